/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a piece of text means on the screen. Term maps meanings to colours and attributes; words
 * carry the meaning too, so that nothing is lost without colour. */
#ifndef TUI_STYLE_H
#define TUI_STYLE_H

enum style {
    STYLE_NORMAL,
    STYLE_TITLE, /* row 1 */
    STYLE_LABEL, /* names of fields and columns */
    STYLE_FIELD, /* what was typed */
    STYLE_FIELD_ACTIVE, /* the field under the cursor */
    STYLE_NEED, /* something is missing */
    STYLE_OK, /* done, complete */
    STYLE_DIM, /* beside the point, unusable, zero */
    STYLE_KEY, /* name of a key */
    STYLE_ERROR, /* what was typed cannot stand */
    STYLE_TRAINING, /* the word TRAINING */
    STYLE_SELECTED, /* the chosen row, day or digit */
    STYLE_BIG, /* the one large number */
    STYLE_COUNT
};
#endif
