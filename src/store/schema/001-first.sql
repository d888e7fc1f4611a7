-- SPDX-License-Identifier: GPL-3.0-or-later
-- The first schema. Days are civil dates of the desk (text YYYY-MM-DD), instants UTC seconds, money whole
-- yen, times minutes since midnight. What must never change is append-only by trigger; what people edit
-- has rev. Names are stored as written; "search" is the folded key (text/fold).

-- ---------------------------------------------------------------- the house
CREATE TABLE setting (
    id    INTEGER PRIMARY KEY,         -- rows of the record have a number: the trail keeps their images by it
    key   TEXT NOT NULL UNIQUE,        -- hospital.name.ja, desk.offset, idle.seconds, cash.tolerance ... ("training": yes marks
                                       -- a desk that may be thrown away; other versions look for it here)
    value TEXT NOT NULL
) STRICT;

CREATE TABLE counter (
    id       INTEGER PRIMARY KEY,
    number   INTEGER NOT NULL UNIQUE CHECK (number BETWEEN 1 AND 99),   -- 1 = Reception counter 1
    name_ja  TEXT NOT NULL,
    name_en  TEXT NOT NULL,
    floor_ja TEXT NOT NULL DEFAULT '',
    floor_en TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE policy_version (
    id           INTEGER PRIMARY KEY,
    policy       TEXT NOT NULL,        -- policy.id of the file
    text         TEXT NOT NULL,
    sha256       TEXT NOT NULL UNIQUE,
    valid_from   TEXT NOT NULL CHECK (valid_from IS date(valid_from, '+0 days')),
    switched_on  INTEGER NOT NULL,
    switched_by  INTEGER NOT NULL REFERENCES staff(id)
) STRICT;

CREATE TABLE holiday (
    id     INTEGER PRIMARY KEY,
    day    TEXT NOT NULL UNIQUE CHECK (day IS date(day, '+0 days')),
    name   TEXT NOT NULL,              -- as the official list says
    source TEXT NOT NULL
) STRICT;

CREATE TABLE closure (                  -- single days on which this hospital is closed
    id      INTEGER PRIMARY KEY,
    day     TEXT NOT NULL UNIQUE CHECK (day IS date(day, '+0 days')),
    name_ja TEXT NOT NULL,
    name_en TEXT NOT NULL,
    by      INTEGER NOT NULL REFERENCES staff(id),
    at      INTEGER NOT NULL
) STRICT;

-- ---------------------------------------------------------------- people who work here
CREATE TABLE staff (
    id         INTEGER PRIMARY KEY,
    login      TEXT NOT NULL UNIQUE,    -- 'system' has no credential
    name       TEXT NOT NULL,           -- as shown on the screen and on receipts
    active     INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
    lang       TEXT NOT NULL DEFAULT 'ja' CHECK (lang IN ('ja', 'en')),
    created_at INTEGER NOT NULL,
    rev        INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE staff_role (
    staff INTEGER NOT NULL REFERENCES staff(id),
    role  TEXT NOT NULL CHECK (role IN ('clerk','booking','cashier','supervisor','administrator','auditor')),
    PRIMARY KEY (staff, role)
) STRICT, WITHOUT ROWID;

CREATE TABLE credential (
    staff         INTEGER PRIMARY KEY REFERENCES staff(id),
    hash          TEXT NOT NULL CHECK (hash LIKE '$argon2id$%'),
    changed_at    INTEGER NOT NULL,
    must_change   INTEGER NOT NULL DEFAULT 0 CHECK (must_change IN (0, 1)),
    failures      INTEGER NOT NULL DEFAULT 0 CHECK (failures >= 0),
    not_before    INTEGER NOT NULL DEFAULT 0,   -- the growing delay: no attempt is looked at before
    locked        INTEGER NOT NULL DEFAULT 0 CHECK (locked IN (0, 1)),
    second_kind   TEXT CHECK (second_kind IN ('totp')),   -- room for a second factor by role
    second_secret BLOB,
    second_last   INTEGER
) STRICT;

-- ---------------------------------------------------------------- people who come
CREATE TABLE person (
    id           INTEGER PRIMARY KEY,
    patient_no   TEXT UNIQUE,            -- the hospital's patient number, optional until check-in
    name         TEXT NOT NULL CHECK (name <> ''),
    kana         TEXT NOT NULL DEFAULT '',
    romaji       TEXT NOT NULL DEFAULT '',
    birth        TEXT CHECK (birth IS NULL OR birth IS date(birth, '+0 days')),
    sex          TEXT NOT NULL DEFAULT 'unknown' CHECK (sex IN ('female','male','other','unknown')),
    postal       TEXT NOT NULL DEFAULT '',
    address      TEXT NOT NULL DEFAULT '',
    phone        TEXT NOT NULL DEFAULT '',
    phone2       TEXT NOT NULL DEFAULT '',
    email        TEXT NOT NULL DEFAULT '',
    nationality  TEXT NOT NULL DEFAULT '',
    lang         TEXT NOT NULL DEFAULT 'ja' CHECK (lang IN ('ja', 'en')),
    interpreter  TEXT NOT NULL DEFAULT '',
    search_name  TEXT NOT NULL DEFAULT '',   -- folded keys; recomputed by verify
    search_kana  TEXT NOT NULL DEFAULT '',
    search_phone TEXT NOT NULL DEFAULT '',
    created_at   INTEGER NOT NULL,
    rev          INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX person_by_name  ON person(search_name);
CREATE INDEX person_by_kana  ON person(search_kana);
CREATE INDEX person_by_phone ON person(search_phone);
CREATE INDEX person_by_birth ON person(birth);

-- Who had which value before: the change history that clerks see (the trail in audit is the proof).
CREATE TABLE change (
    id     INTEGER PRIMARY KEY,
    object TEXT NOT NULL CHECK (object IN ('person','request','staff','specialist','institution')),
    object_id INTEGER NOT NULL,
    field  TEXT NOT NULL,
    was    TEXT NOT NULL,
    became TEXT NOT NULL,
    at     INTEGER NOT NULL,
    by     INTEGER NOT NULL REFERENCES staff(id)
) STRICT;
CREATE INDEX change_by_object ON change(object, object_id);

CREATE TABLE institution (
    id      INTEGER PRIMARY KEY,
    name    TEXT NOT NULL,
    postal  TEXT NOT NULL DEFAULT '',
    address TEXT NOT NULL DEFAULT '',
    phone   TEXT NOT NULL DEFAULT '',
    fax     TEXT NOT NULL DEFAULT '',
    search  TEXT NOT NULL DEFAULT '',
    rev     INTEGER NOT NULL DEFAULT 1,
    UNIQUE (name, address)
) STRICT;
CREATE TABLE doctor (
    id          INTEGER PRIMARY KEY,
    institution INTEGER NOT NULL REFERENCES institution(id),
    department  TEXT NOT NULL DEFAULT '',
    name        TEXT NOT NULL,
    search      TEXT NOT NULL DEFAULT '',
    UNIQUE (institution, department, name)
) STRICT;

-- ---------------------------------------------------------------- inquiries, calls, notes
CREATE TABLE inquiry (
    id         INTEGER PRIMARY KEY,
    counter    INTEGER NOT NULL REFERENCES counter(id),
    at         INTEGER NOT NULL,
    day        TEXT NOT NULL CHECK (day IS date(day, '+0 days')),
    by         INTEGER NOT NULL REFERENCES staff(id),
    via        TEXT NOT NULL,           -- words of domain/words.h
    who        TEXT NOT NULL,
    matter     TEXT NOT NULL,
    next       TEXT NOT NULL,
    name       TEXT NOT NULL DEFAULT '',
    kana       TEXT NOT NULL DEFAULT '',
    phone      TEXT NOT NULL DEFAULT '',
    call_hours TEXT NOT NULL DEFAULT '',
    voicemail  TEXT NOT NULL DEFAULT '',
    name_hospital TEXT NOT NULL DEFAULT '',
    answers    TEXT NOT NULL DEFAULT '{}' CHECK (answers LIKE '{%}'),  -- screening questions and what was told
    illness    TEXT NOT NULL DEFAULT '',
    decide_by  TEXT NOT NULL DEFAULT '',
    memo       TEXT NOT NULL DEFAULT '',
    due        TEXT CHECK (due IS NULL OR due IS date(due, '+0 days')),
    assigned   INTEGER REFERENCES staff(id),
    address    TEXT NOT NULL DEFAULT '',
    lang       TEXT NOT NULL DEFAULT 'ja' CHECK (lang IN ('ja', 'en')),
    search     TEXT NOT NULL DEFAULT '',
    done_at    INTEGER,                 -- the promised next thing is done
    done_by    INTEGER REFERENCES staff(id),
    request    INTEGER REFERENCES request(id),
    op_key     TEXT NOT NULL UNIQUE,
    rev        INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX inquiry_open ON inquiry(counter, due) WHERE done_at IS NULL;
CREATE INDEX inquiry_followed_by_nothing ON inquiry(counter, day) WHERE request IS NULL;

CREATE TABLE call (                      -- calls to make and calls made
    id       INTEGER PRIMARY KEY,
    counter  INTEGER NOT NULL REFERENCES counter(id),
    request  INTEGER REFERENCES request(id),
    inquiry  INTEGER REFERENCES inquiry(id),
    what     TEXT NOT NULL,              -- why: papers, date, answer, day_before, other
    channel  TEXT NOT NULL DEFAULT 'phone' CHECK (channel IN ('phone','post','fax','counter')),
    whom     TEXT NOT NULL DEFAULT '',
    due      TEXT CHECK (due IS NULL OR due IS date(due, '+0 days')),
    due_time INTEGER CHECK (due_time IS NULL OR due_time BETWEEN 0 AND 1439),
    created_at INTEGER NOT NULL,
    created_by INTEGER NOT NULL REFERENCES staff(id),
    result   TEXT,                       -- NULL = still to make
    note     TEXT NOT NULL DEFAULT '',
    done_at  INTEGER,
    done_by  INTEGER REFERENCES staff(id),
    CHECK ((result IS NULL) = (done_at IS NULL)),
    CHECK (request IS NOT NULL OR inquiry IS NOT NULL)
) STRICT;
CREATE INDEX call_open ON call(counter, due) WHERE result IS NULL;
CREATE INDEX call_by_request ON call(request);
CREATE INDEX call_by_inquiry ON call(inquiry);

CREATE TABLE note (                      -- handover notes of the counter, or of one request
    id      INTEGER PRIMARY KEY,
    counter INTEGER NOT NULL REFERENCES counter(id),
    request INTEGER REFERENCES request(id),
    text    TEXT NOT NULL,
    at      INTEGER NOT NULL,
    by      INTEGER NOT NULL REFERENCES staff(id),
    until   TEXT CHECK (until IS NULL OR until IS date(until, '+0 days')),
    done_at INTEGER,
    done_by INTEGER REFERENCES staff(id)
) STRICT;
CREATE INDEX note_open ON note(counter) WHERE done_at IS NULL;

-- ---------------------------------------------------------------- the request
CREATE TABLE request (
    id          INTEGER PRIMARY KEY,
    counter     INTEGER NOT NULL REFERENCES counter(id),
    year        INTEGER NOT NULL,        -- 2026
    number      INTEGER NOT NULL,        -- 26-0415 = year 2026, number 415
    service     TEXT NOT NULL,           -- id in the policy
    policy      INTEGER NOT NULL REFERENCES policy_version(id),
    patient     INTEGER NOT NULL REFERENCES person(id),
    inquiry     INTEGER REFERENCES inquiry(id),
    received_on TEXT NOT NULL CHECK (received_on IS date(received_on, '+0 days')),
    received_via TEXT NOT NULL DEFAULT 'counter',
    complete_on TEXT CHECK (complete_on IS NULL OR complete_on IS date(complete_on, '+0 days')),
    created_at  INTEGER NOT NULL,
    created_by  INTEGER NOT NULL REFERENCES staff(id),
    -- what the paper form says
    disease     TEXT NOT NULL DEFAULT '',     -- id in the policy, or 'other'
    diagnosis   TEXT NOT NULL DEFAULT '',     -- as written
    condition   TEXT NOT NULL DEFAULT '',
    told        TEXT NOT NULL DEFAULT '' CHECK (told IN ('','yes','no','unclear')),
    questions   TEXT NOT NULL DEFAULT '',
    department  TEXT NOT NULL DEFAULT '',
    wanted_doctor TEXT NOT NULL DEFAULT '',
    wishes      TEXT NOT NULL DEFAULT '',     -- "2026-12-03 am;2026-12-08"
    bad_days    TEXT NOT NULL DEFAULT '',
    treatment_from TEXT CHECK (treatment_from IS NULL OR treatment_from IS date(treatment_from, '+0 days')),
    referrer_institution INTEGER REFERENCES institution(id),
    referrer_doctor INTEGER REFERENCES doctor(id),
    inpatient   TEXT NOT NULL DEFAULT '' CHECK (inpatient IN ('','yes','no','unclear')),
    referrer_agrees TEXT NOT NULL DEFAULT '' CHECK (referrer_agrees IN ('','yes','no','unclear')),
    patient_agrees TEXT NOT NULL DEFAULT '' CHECK (patient_agrees IN ('','yes','no','unclear')),
    purposes    TEXT NOT NULL DEFAULT '',     -- ids separated by blanks
    -- contacts
    patient_may_know TEXT NOT NULL DEFAULT '',    -- what may be told: everything, date_only, nothing
    patient_voicemail TEXT NOT NULL DEFAULT '' CHECK (patient_voicemail IN ('','yes','no')),
    patient_name_hospital TEXT NOT NULL DEFAULT '' CHECK (patient_name_hospital IN ('','yes','no')),
    other_name  TEXT NOT NULL DEFAULT '',
    other_relation TEXT NOT NULL DEFAULT '',
    other_phone TEXT NOT NULL DEFAULT '',
    other_may_know TEXT NOT NULL DEFAULT '',
    other_voicemail TEXT NOT NULL DEFAULT '' CHECK (other_voicemail IN ('','yes','no')),
    other_name_hospital TEXT NOT NULL DEFAULT '' CHECK (other_name_hospital IN ('','yes','no')),
    call_hours  TEXT NOT NULL DEFAULT '',
    careful     INTEGER NOT NULL DEFAULT 0 CHECK (careful IN (0, 1)),   -- the neutral flag on screens
    careful_why TEXT NOT NULL DEFAULT '',     -- behind a key and a right, never printed
    -- who hands in and whether the patient comes
    applicant_kind TEXT NOT NULL DEFAULT '',
    applicant_name TEXT NOT NULL DEFAULT '',
    patient_attends TEXT NOT NULL DEFAULT '' CHECK (patient_attends IN ('','yes','no','unclear')),
    patient_capable TEXT NOT NULL DEFAULT '' CHECK (patient_capable IN ('','yes','no','unclear')),
    lang        TEXT NOT NULL DEFAULT 'ja' CHECK (lang IN ('ja', 'en')),   -- of papers
    memo        TEXT NOT NULL DEFAULT '',
    -- side exits
    ended       TEXT NOT NULL DEFAULT '' CHECK (ended IN ('','declined','withdrawn','no_show','deceased','closed')),
    ended_on    TEXT CHECK (ended_on IS NULL OR ended_on IS date(ended_on, '+0 days')),
    next_action TEXT NOT NULL DEFAULT '',     -- cached journey(); written in the same transaction
    next_due    TEXT CHECK (next_due IS NULL OR next_due IS date(next_due, '+0 days')),
    op_key      TEXT NOT NULL UNIQUE,
    rev         INTEGER NOT NULL DEFAULT 1,
    UNIQUE (counter, year, number)
) STRICT;
CREATE INDEX request_live ON request(counter, next_due) WHERE next_action <> '';
CREATE INDEX request_by_patient ON request(patient);

CREATE TABLE request_fact (               -- answers to a policy's own questions
    id      INTEGER PRIMARY KEY,
    request INTEGER NOT NULL REFERENCES request(id),
    fact    TEXT NOT NULL,
    value   TEXT NOT NULL,
    at      INTEGER NOT NULL,
    by      INTEGER NOT NULL REFERENCES staff(id),
    UNIQUE (request, fact)
) STRICT;

CREATE TABLE step (                       -- the only stored truth about progress; insert-only
    id      INTEGER PRIMARY KEY,
    request INTEGER NOT NULL REFERENCES request(id),
    step    TEXT NOT NULL,                -- id in the policy's service
    kind    TEXT NOT NULL CHECK (kind IN ('done','undone')),
    day     TEXT NOT NULL CHECK (day IS date(day, '+0 days')),
    at      INTEGER NOT NULL,
    by      INTEGER NOT NULL REFERENCES staff(id),
    reason  TEXT NOT NULL DEFAULT '',
    CHECK (kind = 'done' OR reason <> '')
) STRICT;
CREATE INDEX step_by_request ON step(request, id);

CREATE TABLE override (                   -- a rule was overridden: insert-only; its answer is a row of its own
    id      INTEGER PRIMARY KEY,
    request INTEGER NOT NULL REFERENCES request(id),
    rule    TEXT NOT NULL,
    reason  TEXT NOT NULL CHECK (reason <> ''),
    at      INTEGER NOT NULL,
    day     TEXT NOT NULL CHECK (day IS date(day, '+0 days')),
    by      INTEGER NOT NULL REFERENCES staff(id)
) STRICT;
CREATE TABLE override_answer (
    override INTEGER PRIMARY KEY REFERENCES override(id),
    approved INTEGER NOT NULL CHECK (approved IN (0, 1)),
    at       INTEGER NOT NULL,
    by       INTEGER NOT NULL REFERENCES staff(id)
) STRICT;

-- ---------------------------------------------------------------- who comes, consent, what was seen
CREATE TABLE attendee (
    id       INTEGER PRIMARY KEY,
    request  INTEGER NOT NULL REFERENCES request(id),
    kind     TEXT NOT NULL,               -- patient, guardian, family ...
    name     TEXT NOT NULL DEFAULT '',
    kana     TEXT NOT NULL DEFAULT '',
    relation TEXT NOT NULL DEFAULT '',
    phone    TEXT NOT NULL DEFAULT '',
    came     TEXT NOT NULL DEFAULT '' CHECK (came IN ('','yes','no')),   -- asked again at check-in
    removed  INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
    rev      INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX attendee_by_request ON attendee(request);

CREATE TABLE proof (                       -- papers that were seen: no numbers, there is no column for them
    id       INTEGER PRIMARY KEY,
    request  INTEGER NOT NULL REFERENCES request(id),
    attendee INTEGER REFERENCES attendee(id),
    of       TEXT NOT NULL CHECK (of IN ('identity','relationship','parental_authority','legal_representative')),
    kind     TEXT NOT NULL,               -- words.h: driving_licence, family_register ...
    shown_by TEXT NOT NULL DEFAULT '',
    issued   TEXT CHECK (issued IS NULL OR issued IS date(issued, '+0 days')),
    expires  TEXT CHECK (expires IS NULL OR expires IS date(expires, '+0 days')),
    at       INTEGER NOT NULL,
    by       INTEGER NOT NULL REFERENCES staff(id),
    undone_at INTEGER,
    undone_by INTEGER REFERENCES staff(id),
    undone_why TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX proof_by_request ON proof(request);

CREATE TABLE consent (                     -- one row per paper; a withdrawn one stays
    id         INTEGER PRIMARY KEY,
    request    INTEGER NOT NULL REFERENCES request(id),
    kind       TEXT NOT NULL DEFAULT 'form',
    issued_on  TEXT CHECK (issued_on IS NULL OR issued_on IS date(issued_on, '+0 days')),
    issued_how TEXT NOT NULL DEFAULT '',
    issued_by  INTEGER REFERENCES staff(id),
    received_on TEXT CHECK (received_on IS NULL OR received_on IS date(received_on, '+0 days')),
    signer     TEXT NOT NULL DEFAULT '',  -- patient, written_for ...
    signed_on  TEXT CHECK (signed_on IS NULL OR signed_on IS date(signed_on, '+0 days')),
    why_not_self TEXT NOT NULL DEFAULT '',
    writer     TEXT NOT NULL DEFAULT '',
    verified_at INTEGER,
    verified_by INTEGER REFERENCES staff(id),
    withdrawn_on TEXT CHECK (withdrawn_on IS NULL OR withdrawn_on IS date(withdrawn_on, '+0 days')),
    rev        INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX consent_by_request ON consent(request);

-- ---------------------------------------------------------------- papers and materials
CREATE TABLE paper (                       -- state of each document the policy names, for one request
    id          INTEGER PRIMARY KEY,
    request     INTEGER NOT NULL REFERENCES request(id),
    doc         TEXT NOT NULL,            -- policy document id: request_form, referral, records ...
    state       TEXT NOT NULL CHECK (state IN ('awaited','promised','none','received','checked','waived')),
    promised_on TEXT CHECK (promised_on IS NULL OR promised_on IS date(promised_on, '+0 days')),
    received_on TEXT CHECK (received_on IS NULL OR received_on IS date(received_on, '+0 days')),
    via         TEXT NOT NULL DEFAULT '',
    tracking    TEXT NOT NULL DEFAULT '',
    dated       TEXT CHECK (dated IS NULL OR dated IS date(dated, '+0 days')),
    sealed      TEXT NOT NULL DEFAULT '' CHECK (sealed IN ('','sealed','opened')),
    addressed   TEXT NOT NULL DEFAULT '' CHECK (addressed IN ('','us','other')),
    note        TEXT NOT NULL DEFAULT '',
    at          INTEGER NOT NULL,
    by          INTEGER NOT NULL REFERENCES staff(id),
    rev         INTEGER NOT NULL DEFAULT 1,
    UNIQUE (request, doc)
) STRICT;

CREATE TABLE material (
    id       INTEGER PRIMARY KEY,
    request  INTEGER NOT NULL REFERENCES request(id),
    kind     TEXT NOT NULL,               -- words.h: film, disc, slide_stained ...
    what     TEXT NOT NULL DEFAULT '',    -- "CT 2026-10-02"
    pieces   INTEGER NOT NULL CHECK (pieces > 0),
    label    TEXT NOT NULL,               -- custody number 26-0415-1
    owner    TEXT NOT NULL DEFAULT '',    -- whose it is: visitor, lender
    destination TEXT NOT NULL CHECK (destination IN ('keep','visitor','lender','destroy')),
    received_on TEXT NOT NULL CHECK (received_on IS date(received_on, '+0 days')),
    at       INTEGER NOT NULL,
    by       INTEGER NOT NULL REFERENCES staff(id),
    undone_at INTEGER,
    undone_by INTEGER REFERENCES staff(id),
    undone_why TEXT NOT NULL DEFAULT '',
    UNIQUE (request, label)
) STRICT;
CREATE TABLE material_move (               -- insert-only; where the pieces are = what came to a place less what left it
    id       INTEGER PRIMARY KEY,
    material INTEGER NOT NULL REFERENCES material(id),
    origin   TEXT NOT NULL,               -- words.h: desk, department, specialist, kept, visitor, lender, destroyed
    place    TEXT NOT NULL CHECK (place <> origin), -- where to, of the same
    pieces   INTEGER NOT NULL CHECK (pieces > 0),
    how      TEXT NOT NULL DEFAULT '',    -- hand, post
    tracking TEXT NOT NULL DEFAULT '',
    signed_by TEXT NOT NULL DEFAULT '',
    day      TEXT NOT NULL CHECK (day IS date(day, '+0 days')),
    at       INTEGER NOT NULL,
    by       INTEGER NOT NULL REFERENCES staff(id)
) STRICT;
CREATE INDEX material_by_request ON material(request);
CREATE INDEX move_by_material ON material_move(material, id);

-- ---------------------------------------------------------------- the department's answer
CREATE TABLE review (                      -- one row per round
    id         INTEGER PRIMARY KEY,
    request    INTEGER NOT NULL REFERENCES request(id),
    round      INTEGER NOT NULL,
    department TEXT NOT NULL,
    sent_on    TEXT NOT NULL CHECK (sent_on IS date(sent_on, '+0 days')),
    sent_by    INTEGER NOT NULL REFERENCES staff(id),
    asked_again_on TEXT CHECK (asked_again_on IS NULL OR asked_again_on IS date(asked_again_on, '+0 days')),
    answered_on TEXT CHECK (answered_on IS NULL OR answered_on IS date(answered_on, '+0 days')),
    verdict    TEXT NOT NULL DEFAULT '' CHECK (verdict IN ('','accepted','more_papers','not_possible')),
    code       TEXT NOT NULL DEFAULT '',  -- why not: words.h
    reason     TEXT NOT NULL DEFAULT '',
    more       TEXT NOT NULL DEFAULT '',  -- which papers are asked for
    more_by    TEXT CHECK (more_by IS NULL OR more_by IS date(more_by, '+0 days')),  -- and by when
    specialist INTEGER REFERENCES specialist(id),
    dates      TEXT NOT NULL DEFAULT '',  -- dates that the department named, as typed
    answered_by INTEGER REFERENCES staff(id),
    told_on    TEXT CHECK (told_on IS NULL OR told_on IS date(told_on, '+0 days')),   -- not possible: visitor told
    told_how   TEXT NOT NULL DEFAULT '',
    rev        INTEGER NOT NULL DEFAULT 1,
    UNIQUE (request, round)
) STRICT;

-- ---------------------------------------------------------------- specialists and places
CREATE TABLE specialist (
    id         INTEGER PRIMARY KEY,
    name       TEXT NOT NULL,
    kana       TEXT NOT NULL DEFAULT '',
    name_en    TEXT NOT NULL DEFAULT '',
    department TEXT NOT NULL,
    active     INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
    rev        INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE TABLE session (                     -- weekly pattern
    id         INTEGER PRIMARY KEY,
    specialist INTEGER NOT NULL REFERENCES specialist(id),
    weekday    INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 6),
    start_min  INTEGER NOT NULL CHECK (start_min BETWEEN 0 AND 1439 AND start_min % 5 = 0),
    end_min    INTEGER NOT NULL CHECK (end_min > start_min AND end_min <= 1440 AND end_min % 5 = 0),
    room       INTEGER REFERENCES room(id),  -- of the counter's list: a room keeps its hours when it is renamed
    place      TEXT NOT NULL DEFAULT '' CHECK (place = '' OR room IS NULL),  -- or one in words
    from_day   TEXT NOT NULL CHECK (from_day IS date(from_day, '+0 days')),
    until_day  TEXT CHECK (until_day IS NULL OR until_day IS date(until_day, '+0 days'))
) STRICT;
CREATE TABLE session_exception (           -- one day: away, or an extra offer
    id         INTEGER PRIMARY KEY,
    specialist INTEGER NOT NULL REFERENCES specialist(id),
    day        TEXT NOT NULL CHECK (day IS date(day, '+0 days')),
    kind       TEXT NOT NULL CHECK (kind IN ('away','extra')),
    start_min  INTEGER, end_min INTEGER,   -- NULL = the whole day
    room       INTEGER REFERENCES room(id),
    place      TEXT NOT NULL DEFAULT '' CHECK (place = '' OR room IS NULL),
    why        TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE room (
    id      INTEGER PRIMARY KEY,
    name_ja TEXT NOT NULL UNIQUE,
    name_en TEXT NOT NULL,
    floor_ja TEXT NOT NULL DEFAULT '',
    floor_en TEXT NOT NULL DEFAULT '',
    active  INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;

CREATE TABLE appointment (                 -- a move is a new row linked to the old
    id         INTEGER PRIMARY KEY,
    request    INTEGER NOT NULL REFERENCES request(id),
    specialist INTEGER NOT NULL REFERENCES specialist(id),
    day        TEXT NOT NULL CHECK (day IS date(day, '+0 days')),
    start_min  INTEGER NOT NULL CHECK (start_min BETWEEN 0 AND 1435 AND start_min % 5 = 0),
    minutes    INTEGER NOT NULL CHECK (minutes BETWEEN 5 AND 480 AND minutes % 5 = 0 AND start_min + minutes <= 1440),
    room       INTEGER REFERENCES room(id),
    place      TEXT NOT NULL DEFAULT '',  -- written freely; not checked
    come_min   INTEGER CHECK (come_min BETWEEN 0 AND 1439),
    state      TEXT NOT NULL CHECK (state IN ('held','booked','arrived','done','moved','cancelled','expired','no_show')),
    held_until INTEGER,                   -- UTC seconds; only for held
    moved_from INTEGER REFERENCES appointment(id),
    reason     TEXT NOT NULL DEFAULT '',
    told_on    TEXT CHECK (told_on IS NULL OR told_on IS date(told_on, '+0 days')),
    told_how   TEXT NOT NULL DEFAULT '',
    at         INTEGER NOT NULL,
    by         INTEGER NOT NULL REFERENCES staff(id),
    ended_at   INTEGER, ended_by INTEGER REFERENCES staff(id),
    op_key     TEXT NOT NULL UNIQUE,
    rev        INTEGER NOT NULL DEFAULT 1,
    CHECK ((state = 'held') <= (held_until IS NOT NULL))
) STRICT;
CREATE INDEX appointment_by_request ON appointment(request);
CREATE INDEX appointment_by_day ON appointment(day, start_min);
CREATE UNIQUE INDEX appointment_one_booked ON appointment(request) WHERE state IN ('booked','arrived');

-- Units of five minutes (unit = minute / 5). The primary key is what makes overlap impossible, for every
-- program. Triggers keep them equal to the appointment, so that nobody can book without them.
CREATE TABLE slot (
    specialist  INTEGER NOT NULL REFERENCES specialist(id),
    day         TEXT NOT NULL,
    unit        INTEGER NOT NULL CHECK (unit BETWEEN 0 AND 287),
    appointment INTEGER NOT NULL REFERENCES appointment(id),
    PRIMARY KEY (specialist, day, unit)
) STRICT, WITHOUT ROWID;
CREATE INDEX slot_by_appointment ON slot(appointment);
CREATE TABLE room_slot (
    room        INTEGER NOT NULL REFERENCES room(id),
    day         TEXT NOT NULL,
    unit        INTEGER NOT NULL CHECK (unit BETWEEN 0 AND 287),
    appointment INTEGER NOT NULL REFERENCES appointment(id),
    PRIMARY KEY (room, day, unit)
) STRICT, WITHOUT ROWID;
CREATE INDEX room_slot_by_appointment ON room_slot(appointment);

CREATE TRIGGER appointment_takes_units AFTER INSERT ON appointment WHEN NEW.state IN ('held','booked','arrived','done')
BEGIN
    SELECT RAISE(ABORT, 'slot_taken') WHERE EXISTS (
        SELECT 1 FROM slot WHERE specialist = NEW.specialist AND day = NEW.day
           AND unit >= NEW.start_min / 5 AND unit < (NEW.start_min + NEW.minutes) / 5);
    SELECT RAISE(ABORT, 'room_taken') WHERE NEW.room IS NOT NULL AND EXISTS (
        SELECT 1 FROM room_slot WHERE room = NEW.room AND day = NEW.day
           AND unit >= NEW.start_min / 5 AND unit < (NEW.start_min + NEW.minutes) / 5);
    INSERT INTO slot (specialist, day, unit, appointment)
        WITH RECURSIVE u(n) AS (SELECT NEW.start_min / 5 UNION ALL
            SELECT n + 1 FROM u WHERE n + 1 < (NEW.start_min + NEW.minutes) / 5)
        SELECT NEW.specialist, NEW.day, n, NEW.id FROM u;
    INSERT INTO room_slot (room, day, unit, appointment)
        WITH RECURSIVE u(n) AS (SELECT NEW.start_min / 5 UNION ALL
            SELECT n + 1 FROM u WHERE n + 1 < (NEW.start_min + NEW.minutes) / 5)
        SELECT NEW.room, NEW.day, n, NEW.id FROM u WHERE NEW.room IS NOT NULL;
END;
-- A no-show that did come after all takes its units again, if nobody else has them.
CREATE TRIGGER appointment_retakes_units AFTER UPDATE OF state ON appointment
    WHEN OLD.state = 'no_show' AND NEW.state IN ('held','booked','arrived','done')
BEGIN
    SELECT RAISE(ABORT, 'slot_taken') WHERE EXISTS (
        SELECT 1 FROM slot WHERE specialist = NEW.specialist AND day = NEW.day
           AND unit >= NEW.start_min / 5 AND unit < (NEW.start_min + NEW.minutes) / 5);
    SELECT RAISE(ABORT, 'room_taken') WHERE NEW.room IS NOT NULL AND EXISTS (
        SELECT 1 FROM room_slot WHERE room = NEW.room AND day = NEW.day
           AND unit >= NEW.start_min / 5 AND unit < (NEW.start_min + NEW.minutes) / 5);
    INSERT INTO slot (specialist, day, unit, appointment)
        WITH RECURSIVE u(n) AS (SELECT NEW.start_min / 5 UNION ALL
            SELECT n + 1 FROM u WHERE n + 1 < (NEW.start_min + NEW.minutes) / 5)
        SELECT NEW.specialist, NEW.day, n, NEW.id FROM u;
    INSERT INTO room_slot (room, day, unit, appointment)
        WITH RECURSIVE u(n) AS (SELECT NEW.start_min / 5 UNION ALL
            SELECT n + 1 FROM u WHERE n + 1 < (NEW.start_min + NEW.minutes) / 5)
        SELECT NEW.room, NEW.day, n, NEW.id FROM u WHERE NEW.room IS NOT NULL;
END;
CREATE TRIGGER appointment_frees_units AFTER UPDATE OF state ON appointment
    WHEN OLD.state IN ('held','booked','arrived') AND NEW.state NOT IN ('held','booked','arrived','done')
BEGIN
    DELETE FROM slot WHERE appointment = NEW.id;
    DELETE FROM room_slot WHERE appointment = NEW.id;
END;
-- Units belong to a living appointment that covers them and leave only with it, whatever program writes.
CREATE TRIGGER slot_follows_appointment BEFORE INSERT ON slot WHEN NOT EXISTS (
    SELECT 1 FROM appointment a WHERE a.id = NEW.appointment AND a.specialist = NEW.specialist AND a.day = NEW.day
       AND a.state IN ('held','booked','arrived','done')
       AND NEW.unit >= a.start_min / 5 AND NEW.unit < (a.start_min + a.minutes) / 5)
BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER slot_stays BEFORE DELETE ON slot
    WHEN (SELECT state FROM appointment WHERE id = OLD.appointment) IN ('held','booked','arrived','done')
BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER slot_no_update BEFORE UPDATE ON slot BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER room_slot_follows_appointment BEFORE INSERT ON room_slot WHEN NOT EXISTS (
    SELECT 1 FROM appointment a WHERE a.id = NEW.appointment AND a.room = NEW.room AND a.day = NEW.day
       AND a.state IN ('held','booked','arrived','done')
       AND NEW.unit >= a.start_min / 5 AND NEW.unit < (a.start_min + a.minutes) / 5)
BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER room_slot_stays BEFORE DELETE ON room_slot
    WHEN (SELECT state FROM appointment WHERE id = OLD.appointment) IN ('held','booked','arrived','done')
BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER room_slot_no_update BEFORE UPDATE ON room_slot BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER appointment_stays_ended BEFORE UPDATE OF state ON appointment
    WHEN OLD.state IN ('moved','cancelled','expired') AND NEW.state <> OLD.state
BEGIN SELECT RAISE(ABORT, 'appointment_ended'); END;
CREATE TRIGGER appointment_place_is_fixed BEFORE UPDATE OF op_key, specialist, day, start_min, minutes, room, request ON appointment
BEGIN SELECT RAISE(ABORT, 'append_only'); END;
-- "UPDATE ... SET rowid" names no column of a list and changes id all the same.
CREATE TRIGGER appointment_number_is_fixed BEFORE UPDATE ON appointment WHEN NEW.id <> OLD.id
BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER appointment_never_deleted BEFORE DELETE ON appointment
BEGIN SELECT RAISE(ABORT, 'append_only'); END;

-- ---------------------------------------------------------------- the visit
CREATE TABLE visit (
    id          INTEGER PRIMARY KEY,
    request     INTEGER NOT NULL REFERENCES request(id),
    appointment INTEGER NOT NULL UNIQUE REFERENCES appointment(id),
    day         TEXT NOT NULL CHECK (day IS date(day, '+0 days')),
    call_number INTEGER NOT NULL CHECK (call_number >= 101),
    arrived_at  INTEGER NOT NULL,
    arrived_by  INTEGER NOT NULL REFERENCES staff(id),
    patient_came TEXT NOT NULL CHECK (patient_came IN ('yes','no')),
    started_at  INTEGER,
    started_by  INTEGER REFERENCES staff(id),
    ended_at    INTEGER,
    ended_by    INTEGER REFERENCES staff(id),
    undone_at   INTEGER, undone_by INTEGER REFERENCES staff(id), undone_why TEXT NOT NULL DEFAULT '',
    rev         INTEGER NOT NULL DEFAULT 1,
    UNIQUE (day, call_number),
    CHECK (ended_at IS NULL OR (started_at IS NOT NULL AND ended_at >= started_at))
) STRICT;

-- ---------------------------------------------------------------- the report that is owed (OMU-5)
CREATE TABLE report (
    id       INTEGER PRIMARY KEY,
    request  INTEGER NOT NULL REFERENCES request(id),
    whom     TEXT NOT NULL,               -- policy reports.to: referrer, patient ...
    sent_on  TEXT NOT NULL CHECK (sent_on IS date(sent_on, '+0 days')),
    via      TEXT NOT NULL,               -- hand, post ...
    tracking TEXT NOT NULL DEFAULT '',
    at       INTEGER NOT NULL,
    by       INTEGER NOT NULL REFERENCES staff(id),
    undone_at INTEGER,
    undone_by INTEGER REFERENCES staff(id),
    undone_why TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX report_by_request ON report(request);

-- ---------------------------------------------------------------- money: insert-only, all of it
CREATE TABLE drawer_day (
    id        INTEGER PRIMARY KEY,
    counter   INTEGER NOT NULL REFERENCES counter(id),
    drawer    INTEGER NOT NULL DEFAULT 1,
    day       TEXT NOT NULL CHECK (day IS date(day, '+0 days')),   -- business date
    float_yen INTEGER NOT NULL CHECK (float_yen >= 0),
    opened_at INTEGER NOT NULL,
    opened_by INTEGER NOT NULL REFERENCES staff(id),
    UNIQUE (counter, drawer, day)
) STRICT;
CREATE TABLE cash_move (                   -- float topped up, money taken out: rows, never edits
    id       INTEGER PRIMARY KEY,
    counter  INTEGER NOT NULL, drawer INTEGER NOT NULL, day TEXT NOT NULL,
    yen      INTEGER NOT NULL CHECK (yen <> 0),   -- into the drawer positive
    reason   TEXT NOT NULL CHECK (reason <> ''),
    at       INTEGER NOT NULL,
    by       INTEGER NOT NULL REFERENCES staff(id),
    FOREIGN KEY (counter, drawer, day) REFERENCES drawer_day(counter, drawer, day)
) STRICT;

CREATE TABLE charge (
    id       INTEGER PRIMARY KEY,
    request  INTEGER NOT NULL REFERENCES request(id),
    item     TEXT NOT NULL,               -- price rule's title at the time, both languages
    item_en  TEXT NOT NULL,
    quantity INTEGER NOT NULL CHECK (quantity > 0),
    unit_yen INTEGER NOT NULL,
    yen      INTEGER NOT NULL CHECK (yen = quantity * unit_yen),   -- tax included
    tax_percent INTEGER NOT NULL CHECK (tax_percent BETWEEN 0 AND 100),
    tax_yen  INTEGER NOT NULL,
    rule     TEXT NOT NULL,
    policy   INTEGER NOT NULL REFERENCES policy_version(id),
    payer    TEXT NOT NULL DEFAULT 'patient',
    void_of  INTEGER UNIQUE REFERENCES charge(id),
    reason   TEXT NOT NULL DEFAULT '',
    at       INTEGER NOT NULL,
    by       INTEGER NOT NULL REFERENCES staff(id),
    CHECK ((void_of IS NULL AND yen > 0) OR (void_of IS NOT NULL AND yen < 0 AND reason <> ''))
) STRICT;
CREATE INDEX charge_by_request ON charge(request);

CREATE TABLE payment (
    id        INTEGER PRIMARY KEY,
    counter   INTEGER NOT NULL REFERENCES counter(id),
    drawer    INTEGER NOT NULL DEFAULT 1,
    request   INTEGER NOT NULL REFERENCES request(id),
    kind      TEXT NOT NULL CHECK (kind IN ('collect','void','refund')),
    method    TEXT NOT NULL CHECK (method IN ('cash','card','transfer','other','outside')),
    yen       INTEGER NOT NULL,
    tendered  INTEGER,
    change    INTEGER,
    slip      TEXT NOT NULL DEFAULT '',   -- card slip number, or the main cashier's receipt number
    other_kind TEXT NOT NULL DEFAULT '',
    paid_on   TEXT NOT NULL CHECK (paid_on IS date(paid_on, '+0 days')),     -- calendar date of receiving
    business_day TEXT NOT NULL CHECK (business_day IS date(business_day, '+0 days')),
    payer     TEXT NOT NULL DEFAULT 'patient' CHECK (payer IN ('patient','payer','other')),
    payer_name TEXT NOT NULL DEFAULT '',
    refund_of INTEGER UNIQUE REFERENCES payment(id),
    original  TEXT NOT NULL DEFAULT '' CHECK (original IN ('','collected','lost')),
    reason    TEXT NOT NULL DEFAULT '',
    at        INTEGER NOT NULL,
    by        INTEGER NOT NULL REFERENCES staff(id),
    approved_by INTEGER REFERENCES staff(id),
    op_key    TEXT NOT NULL UNIQUE CHECK (op_key <> ''),
    CHECK ((kind = 'collect' AND yen > 0 AND refund_of IS NULL)
        OR (kind <> 'collect' AND yen < 0 AND refund_of IS NOT NULL AND reason <> ''
            AND approved_by IS NOT NULL AND approved_by <> by AND (original <> '' OR method = 'outside'))),
    CHECK (method <> 'cash' OR kind <> 'collect'
        OR (tendered IS NOT NULL AND change IS NOT NULL AND change >= 0 AND tendered - change = yen)),
    CHECK (method <> 'outside' OR slip <> '')
) STRICT;
CREATE INDEX payment_by_request ON payment(request);
CREATE INDEX payment_by_day ON payment(counter, drawer, business_day, method);

CREATE TABLE receipt (                     -- gapless per counter and calendar year
    counter INTEGER NOT NULL REFERENCES counter(id),
    year    INTEGER NOT NULL,
    number  INTEGER NOT NULL,
    payment INTEGER NOT NULL UNIQUE REFERENCES payment(id),
    lang    TEXT NOT NULL CHECK (lang IN ('ja','en')),
    addressee TEXT NOT NULL,
    registration TEXT NOT NULL DEFAULT '', -- the issuer's T number on that day
    PRIMARY KEY (counter, year, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE print (                       -- every paper that left a printer, or failed to
    id      INTEGER PRIMARY KEY,
    kind    TEXT NOT NULL,                -- receipt, custody, slip, request_form ...
    object  TEXT NOT NULL,                -- payment, request, inquiry, closing ...
    object_id INTEGER NOT NULL,
    copy    INTEGER NOT NULL CHECK (copy >= 1),
    lang    TEXT NOT NULL CHECK (lang IN ('ja','en')),
    at      INTEGER NOT NULL,
    by      INTEGER NOT NULL REFERENCES staff(id),
    printed_at INTEGER,                   -- NULL = asked for, not yet on paper (a desk item)
    printer TEXT NOT NULL DEFAULT '',
    failure TEXT NOT NULL DEFAULT '',
    UNIQUE (kind, object, object_id, copy)
) STRICT;
CREATE INDEX print_waiting ON print(at) WHERE printed_at IS NULL;

CREATE TABLE unpaid (                      -- left without paying: reason and promised date
    id       INTEGER PRIMARY KEY,
    request  INTEGER NOT NULL REFERENCES request(id),
    reason   TEXT NOT NULL CHECK (reason <> ''),
    promised_on TEXT CHECK (promised_on IS NULL OR promised_on IS date(promised_on, '+0 days')),
    day      TEXT NOT NULL CHECK (day IS date(day, '+0 days')),
    at       INTEGER NOT NULL,
    by       INTEGER NOT NULL REFERENCES staff(id)
) STRICT;
CREATE INDEX unpaid_by_request ON unpaid(request);

CREATE TABLE cash_count (                  -- every count is kept, also those counted again
    id       INTEGER PRIMARY KEY,
    counter  INTEGER NOT NULL, drawer INTEGER NOT NULL, day TEXT NOT NULL,
    purpose  TEXT NOT NULL CHECK (purpose IN ('open','interim','close')),
    at       INTEGER NOT NULL,
    by       INTEGER NOT NULL REFERENCES staff(id)
) STRICT;
CREATE TABLE denomination (
    cash_count INTEGER NOT NULL REFERENCES cash_count(id),
    yen        INTEGER NOT NULL CHECK (yen IN (1,5,10,50,100,500,1000,2000,5000,10000)),
    pieces     INTEGER NOT NULL CHECK (pieces >= 0),
    PRIMARY KEY (cash_count, yen)
) STRICT, WITHOUT ROWID;

CREATE TABLE closing (                     -- owns the money rows of its counter, drawer and business date
    id          INTEGER PRIMARY KEY,
    counter     INTEGER NOT NULL REFERENCES counter(id),
    drawer      INTEGER NOT NULL DEFAULT 1,
    day         TEXT NOT NULL CHECK (day IS date(day, '+0 days')),
    seq         INTEGER NOT NULL,
    float_yen   INTEGER NOT NULL,
    expected_cash INTEGER NOT NULL,
    counted_cash  INTEGER NOT NULL,
    cash_count  INTEGER REFERENCES cash_count(id),   -- NULL = a day without cash
    difference  INTEGER NOT NULL CHECK (difference = counted_cash - expected_cash),
    cash_total  INTEGER NOT NULL, card_total INTEGER NOT NULL, transfer_total INTEGER NOT NULL,
    other_total INTEGER NOT NULL, outside_total INTEGER NOT NULL,
    card_counted INTEGER NOT NULL DEFAULT 0,
    perpetual_before INTEGER NOT NULL,
    perpetual_after  INTEGER NOT NULL,
    deposit     INTEGER NOT NULL CHECK (deposit >= 0),
    bag         TEXT NOT NULL DEFAULT '',
    treasury    TEXT NOT NULL DEFAULT '',
    treasury_person TEXT NOT NULL DEFAULT '',
    next_float  INTEGER NOT NULL CHECK (next_float >= 0),
    reason      TEXT NOT NULL DEFAULT '',
    first_receipt TEXT NOT NULL DEFAULT '', last_receipt TEXT NOT NULL DEFAULT '',
    open_items  TEXT NOT NULL DEFAULT '{}' CHECK (open_items LIKE '{%}'),
    at          INTEGER NOT NULL,
    by          INTEGER NOT NULL REFERENCES staff(id),
    audit_seq   INTEGER NOT NULL,
    audit_hash  TEXT NOT NULL,
    UNIQUE (counter, drawer, day),
    UNIQUE (counter, drawer, seq),
    CHECK (difference = 0 OR reason <> '')
) STRICT;
CREATE TABLE closing_confirm (             -- a second person, at once or later
    closing INTEGER PRIMARY KEY REFERENCES closing(id),
    by      INTEGER NOT NULL REFERENCES staff(id),
    at      INTEGER NOT NULL,
    note    TEXT NOT NULL DEFAULT ''
) STRICT;

-- Never more collected than is owed, never below nothing, whatever program writes.
CREATE TRIGGER payment_not_more_than_owed BEFORE INSERT ON payment
BEGIN
    SELECT RAISE(ABORT, 'over_collected') WHERE NEW.kind = 'collect' AND NEW.yen
        + (SELECT coalesce(sum(yen), 0) FROM payment WHERE request = NEW.request)
        > (SELECT coalesce(sum(yen), 0) FROM charge WHERE request = NEW.request);
    SELECT RAISE(ABORT, 'void_mismatch') WHERE NEW.kind <> 'collect' AND NOT EXISTS (
        SELECT 1 FROM payment p WHERE p.id = NEW.refund_of AND p.kind = 'collect' AND p.request = NEW.request
           AND p.method = NEW.method AND -NEW.yen <= p.yen
           AND (NEW.kind <> 'void' OR (-NEW.yen = p.yen AND p.business_day = NEW.business_day)));
END;
CREATE TRIGGER charge_not_below_paid BEFORE INSERT ON charge WHEN NEW.void_of IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'void_mismatch') WHERE NOT EXISTS (
        SELECT 1 FROM charge c WHERE c.id = NEW.void_of AND c.request = NEW.request AND c.yen = -NEW.yen);
    SELECT RAISE(ABORT, 'over_collected') WHERE
        (SELECT coalesce(sum(yen), 0) FROM charge WHERE request = NEW.request) + NEW.yen
        < (SELECT coalesce(sum(yen), 0) FROM payment WHERE request = NEW.request);
END;
CREATE TRIGGER receipt_without_gap BEFORE INSERT ON receipt
BEGIN
    SELECT RAISE(ABORT, 'receipt_gap') WHERE NEW.number <> 1 + (
        SELECT coalesce(max(number), 0) FROM receipt WHERE counter = NEW.counter AND year = NEW.year);
END;

-- A closed day accepts no row of money; days close in order. A drawer has its own days from the one on which it is first
-- opened; before that its counter's closings shut it too, so that nothing comes into a closed day by another drawer.
CREATE TRIGGER payment_in_open_day BEFORE INSERT ON payment
    WHEN EXISTS (SELECT 1 FROM closing c WHERE c.counter = NEW.counter AND c.day >= NEW.business_day AND (c.drawer = NEW.drawer
        OR NOT EXISTS (SELECT 1 FROM drawer_day d WHERE d.counter = NEW.counter AND d.drawer = NEW.drawer AND d.day <= NEW.business_day)))
BEGIN SELECT RAISE(ABORT, 'day_closed'); END;
CREATE TRIGGER cash_move_in_open_day BEFORE INSERT ON cash_move
    WHEN EXISTS (SELECT 1 FROM closing c WHERE c.counter = NEW.counter AND c.day >= NEW.day AND (c.drawer = NEW.drawer
        OR NOT EXISTS (SELECT 1 FROM drawer_day d WHERE d.counter = NEW.counter AND d.drawer = NEW.drawer AND d.day <= NEW.day)))
BEGIN SELECT RAISE(ABORT, 'day_closed'); END;
CREATE TRIGGER drawer_in_open_day BEFORE INSERT ON drawer_day
    WHEN EXISTS (SELECT 1 FROM closing c WHERE c.counter = NEW.counter AND c.day >= NEW.day AND (c.drawer = NEW.drawer
        OR NOT EXISTS (SELECT 1 FROM drawer_day d WHERE d.counter = NEW.counter AND d.drawer = NEW.drawer AND d.day <= NEW.day)))
BEGIN SELECT RAISE(ABORT, 'day_closed'); END;
CREATE TRIGGER count_in_open_day BEFORE INSERT ON cash_count
    WHEN EXISTS (SELECT 1 FROM closing c WHERE c.counter = NEW.counter AND c.day >= NEW.day AND (c.drawer = NEW.drawer
        OR NOT EXISTS (SELECT 1 FROM drawer_day d WHERE d.counter = NEW.counter AND d.drawer = NEW.drawer AND d.day <= NEW.day)))
BEGIN SELECT RAISE(ABORT, 'day_closed'); END;
CREATE TRIGGER denomination_in_open_day BEFORE INSERT ON denomination
    WHEN EXISTS (SELECT 1 FROM cash_count n JOIN closing c ON c.counter = n.counter AND c.drawer = n.drawer
        WHERE n.id = NEW.cash_count AND c.day >= n.day)
BEGIN SELECT RAISE(ABORT, 'day_closed'); END;
CREATE TRIGGER receipt_in_open_day BEFORE INSERT ON receipt
    WHEN EXISTS (SELECT 1 FROM payment p JOIN closing c ON c.counter = p.counter AND c.drawer = p.drawer
        WHERE p.id = NEW.payment AND c.day >= p.business_day)
BEGIN SELECT RAISE(ABORT, 'day_closed'); END;
CREATE TRIGGER closing_in_order BEFORE INSERT ON closing
BEGIN
    SELECT RAISE(ABORT, 'day_closed') WHERE EXISTS (
        SELECT 1 FROM closing c WHERE c.counter = NEW.counter AND c.drawer = NEW.drawer AND c.day >= NEW.day);
    SELECT RAISE(ABORT, 'earlier_day_open') WHERE EXISTS (
        SELECT 1 FROM drawer_day d WHERE d.counter = NEW.counter AND d.drawer = NEW.drawer AND d.day < NEW.day
           AND NOT EXISTS (SELECT 1 FROM closing c WHERE c.counter = d.counter AND c.drawer = d.drawer AND c.day = d.day));
    SELECT RAISE(ABORT, 'earlier_day_open') WHERE EXISTS ( -- money that came without the drawer (paid elsewhere)
        SELECT 1 FROM payment p WHERE p.counter = NEW.counter AND p.drawer = NEW.drawer AND p.business_day < NEW.day
           AND p.business_day > (SELECT coalesce(max(c.day), '') FROM closing c
                WHERE c.counter = NEW.counter AND c.drawer = NEW.drawer));
END;

-- ---------------------------------------------------------------- the trail
CREATE TABLE audit (
    seq       INTEGER PRIMARY KEY CHECK (seq >= 1),
    at        INTEGER NOT NULL,
    staff     INTEGER NOT NULL REFERENCES staff(id),
    verb      TEXT NOT NULL,
    object    TEXT NOT NULL,
    id        INTEGER NOT NULL,
    body_hash TEXT NOT NULL,
    prev      TEXT NOT NULL,
    hash      TEXT NOT NULL UNIQUE
) STRICT;
CREATE INDEX audit_by_object ON audit(object, id);
CREATE INDEX audit_by_staff ON audit(staff);   -- how the trail is read: one person's, one day's
CREATE INDEX audit_by_at ON audit(at);
CREATE TABLE audit_body (
    seq  INTEGER PRIMARY KEY REFERENCES audit(seq),
    salt TEXT NOT NULL,
    body TEXT                              -- NULL after a lawful deletion, itself a row of the chain
) STRICT;

CREATE TRIGGER policy_version_no_update BEFORE UPDATE ON policy_version BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER policy_version_no_delete BEFORE DELETE ON policy_version BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER step_no_update BEFORE UPDATE ON step BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER step_no_delete BEFORE DELETE ON step BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER change_no_update BEFORE UPDATE ON change BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER change_no_delete BEFORE DELETE ON change BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER override_no_update BEFORE UPDATE ON override BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER override_no_delete BEFORE DELETE ON override BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER override_answer_no_update BEFORE UPDATE ON override_answer BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER override_answer_no_delete BEFORE DELETE ON override_answer BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER move_no_update BEFORE UPDATE ON material_move BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER move_no_delete BEFORE DELETE ON material_move BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER move_of_what_is_there BEFORE INSERT ON material_move
    WHEN NEW.pieces > coalesce((SELECT CASE NEW.origin WHEN 'desk' THEN m.pieces ELSE 0 END
        + (SELECT coalesce(sum(v.pieces * ((v.place = NEW.origin) - (v.origin = NEW.origin))), 0)
            FROM material_move v WHERE v.material = m.id)
        FROM material m WHERE m.id = NEW.material AND m.undone_at IS NULL), 0)
BEGIN SELECT RAISE(ABORT, 'not_there'); END;
CREATE TRIGGER material_undone_at_the_desk BEFORE UPDATE OF undone_at ON material
    WHEN NEW.undone_at IS NOT NULL AND 0 <> (SELECT coalesce(sum(v.pieces * ((v.place = 'desk') - (v.origin = 'desk'))), 0)
        FROM material_move v WHERE v.material = NEW.id)
BEGIN SELECT RAISE(ABORT, 'not_there'); END;
CREATE TRIGGER drawer_no_update BEFORE UPDATE ON drawer_day BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER drawer_no_delete BEFORE DELETE ON drawer_day BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER cash_move_no_update BEFORE UPDATE ON cash_move BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER cash_move_no_delete BEFORE DELETE ON cash_move BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER charge_no_update BEFORE UPDATE ON charge BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER charge_no_delete BEFORE DELETE ON charge BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER payment_no_update BEFORE UPDATE ON payment BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER payment_no_delete BEFORE DELETE ON payment BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER receipt_no_update BEFORE UPDATE ON receipt BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER receipt_no_delete BEFORE DELETE ON receipt BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER unpaid_no_update BEFORE UPDATE ON unpaid BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER unpaid_no_delete BEFORE DELETE ON unpaid BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER count_no_update BEFORE UPDATE ON cash_count BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER count_no_delete BEFORE DELETE ON cash_count BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER denomination_no_update BEFORE UPDATE ON denomination BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER denomination_no_delete BEFORE DELETE ON denomination BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER closing_no_update BEFORE UPDATE ON closing BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER closing_no_delete BEFORE DELETE ON closing BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER confirm_no_update BEFORE UPDATE ON closing_confirm BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER confirm_no_delete BEFORE DELETE ON closing_confirm BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER confirm_by_another BEFORE INSERT ON closing_confirm
    WHEN NEW.by = (SELECT by FROM closing WHERE id = NEW.closing)
BEGIN SELECT RAISE(ABORT, 'own_second'); END;
CREATE TRIGGER audit_follows BEFORE INSERT ON audit
    WHEN NEW.seq <> 1 + (SELECT coalesce(max(seq), 0) FROM audit)
        OR NEW.prev IS NOT coalesce((SELECT hash FROM audit ORDER BY seq DESC LIMIT 1), '0')
BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER print_no_delete BEFORE DELETE ON print BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER print_only_marked BEFORE UPDATE OF kind, object, object_id, copy, lang, at, by ON print
BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER print_number_is_fixed BEFORE UPDATE ON print WHEN NEW.id <> OLD.id
BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER audit_body_no_delete BEFORE DELETE ON audit_body BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER audit_body_only_blanked BEFORE UPDATE ON audit_body
    WHEN NEW.seq <> OLD.seq OR NEW.salt <> OLD.salt OR NEW.body IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'append_only'); END;

-- INSERT OR REPLACE takes the old row away without asking the triggers that refuse a DELETE: whatever would share a
-- key with a row that stays is refused first.
CREATE TRIGGER payment_not_replaced BEFORE INSERT ON payment
    WHEN EXISTS (SELECT 1 FROM payment WHERE id = NEW.id OR op_key = NEW.op_key OR refund_of = NEW.refund_of)
BEGIN SELECT RAISE(ABORT, 'already_there'); END;
CREATE TRIGGER receipt_not_replaced BEFORE INSERT ON receipt
    WHEN EXISTS (SELECT 1 FROM receipt WHERE payment = NEW.payment)
BEGIN SELECT RAISE(ABORT, 'already_there'); END;
CREATE TRIGGER charge_not_replaced BEFORE INSERT ON charge
    WHEN EXISTS (SELECT 1 FROM charge WHERE id = NEW.id OR void_of = NEW.void_of)
BEGIN SELECT RAISE(ABORT, 'already_there'); END;
CREATE TRIGGER unpaid_not_replaced BEFORE INSERT ON unpaid
    WHEN EXISTS (SELECT 1 FROM unpaid WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'already_there'); END;
CREATE TRIGGER drawer_day_not_replaced BEFORE INSERT ON drawer_day
    WHEN EXISTS (SELECT 1 FROM drawer_day WHERE id = NEW.id OR (counter = NEW.counter AND drawer = NEW.drawer AND day = NEW.day))
BEGIN SELECT RAISE(ABORT, 'already_there'); END;
CREATE TRIGGER cash_move_not_replaced BEFORE INSERT ON cash_move
    WHEN EXISTS (SELECT 1 FROM cash_move WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'already_there'); END;
CREATE TRIGGER cash_count_not_replaced BEFORE INSERT ON cash_count
    WHEN EXISTS (SELECT 1 FROM cash_count WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'already_there'); END;
CREATE TRIGGER denomination_not_replaced BEFORE INSERT ON denomination
    WHEN EXISTS (SELECT 1 FROM denomination WHERE cash_count = NEW.cash_count AND yen = NEW.yen)
BEGIN SELECT RAISE(ABORT, 'already_there'); END;
CREATE TRIGGER closing_not_replaced BEFORE INSERT ON closing
    WHEN EXISTS (SELECT 1 FROM closing WHERE id = NEW.id OR (counter = NEW.counter AND drawer = NEW.drawer AND seq = NEW.seq))
BEGIN SELECT RAISE(ABORT, 'already_there'); END;
CREATE TRIGGER closing_confirm_not_replaced BEFORE INSERT ON closing_confirm
    WHEN EXISTS (SELECT 1 FROM closing_confirm WHERE closing = NEW.closing)
BEGIN SELECT RAISE(ABORT, 'already_there'); END;
CREATE TRIGGER step_not_replaced BEFORE INSERT ON step
    WHEN EXISTS (SELECT 1 FROM step WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'already_there'); END;
CREATE TRIGGER override_not_replaced BEFORE INSERT ON override
    WHEN EXISTS (SELECT 1 FROM override WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'already_there'); END;
CREATE TRIGGER override_answer_not_replaced BEFORE INSERT ON override_answer
    WHEN EXISTS (SELECT 1 FROM override_answer WHERE override = NEW.override)
BEGIN SELECT RAISE(ABORT, 'already_there'); END;
CREATE TRIGGER material_move_not_replaced BEFORE INSERT ON material_move
    WHEN EXISTS (SELECT 1 FROM material_move WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'already_there'); END;
CREATE TRIGGER policy_version_not_replaced BEFORE INSERT ON policy_version
    WHEN EXISTS (SELECT 1 FROM policy_version WHERE id = NEW.id OR sha256 = NEW.sha256)
BEGIN SELECT RAISE(ABORT, 'already_there'); END;
CREATE TRIGGER change_not_replaced BEFORE INSERT ON change
    WHEN EXISTS (SELECT 1 FROM change WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'already_there'); END;
CREATE TRIGGER print_not_replaced BEFORE INSERT ON print
    WHEN EXISTS (SELECT 1 FROM print WHERE id = NEW.id OR (kind = NEW.kind AND object = NEW.object AND object_id = NEW.object_id AND copy = NEW.copy))
BEGIN SELECT RAISE(ABORT, 'already_there'); END;
CREATE TRIGGER appointment_not_replaced BEFORE INSERT ON appointment
    WHEN EXISTS (SELECT 1 FROM appointment WHERE id = NEW.id OR op_key = NEW.op_key
        OR (request = NEW.request AND state IN ('booked','arrived') AND NEW.state IN ('booked','arrived')))
BEGIN SELECT RAISE(ABORT, 'already_there'); END;
CREATE TRIGGER appointment_not_ousted BEFORE UPDATE OF state ON appointment
    WHEN NEW.state IN ('booked','arrived') AND EXISTS (SELECT 1 FROM appointment
        WHERE id <> OLD.id AND request = NEW.request AND state IN ('booked','arrived'))
BEGIN SELECT RAISE(ABORT, 'already_there'); END;
CREATE TRIGGER audit_not_replaced BEFORE INSERT ON audit
    WHEN EXISTS (SELECT 1 FROM audit WHERE seq = NEW.seq OR hash = NEW.hash)
BEGIN SELECT RAISE(ABORT, 'already_there'); END;
CREATE TRIGGER audit_body_not_replaced BEFORE INSERT ON audit_body
    WHEN EXISTS (SELECT 1 FROM audit_body WHERE seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'already_there'); END;

INSERT INTO staff (id, login, name, active, created_at) VALUES (1, 'system', 'system', 1, 0);
