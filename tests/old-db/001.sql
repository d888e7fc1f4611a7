-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a desk had stored when schema step 001 was the newest. Made by tests/old-db/dump; never changed.
INSERT INTO setting (id, key, value) VALUES (1, 'cash.tolerance', '1000');
INSERT INTO counter (id, number, name_ja, name_en, floor_ja, floor_en) VALUES (1, 1, '1番窓口', 'Reception counter 1', '', '');
INSERT INTO policy_version (id, policy, text, sha256, valid_from, switched_on, switched_by) VALUES (1, 'omu', '# SPDX-License-Identifier: GPL-3.0-or-later
# Osaka Metropolitan University Hospital, second opinion. Made from the hospital''s page "Second opinion"
# (counter 1). OMU-n are the requirement ids of docs/RULES.md. Sentences under `say` are read aloud.
# What the page leaves open is marked "practice" and is how the counter works.
policy:
  id: omu
  name: { ja: 大阪公立大学医学部附属病院, en: Osaka Metropolitan University Hospital }
  source: https://www.hosp.omu.ac.jp/en/outpatient/second/second.html
  version: "1"
  valid_from: 2019-10-01
  currency: JPY
  own_group: [ 大阪公立大学医学部附属病院 ]
  issuer: { kind: university }
  # OMU-15: 33,000 yen with the tax inside; the rates are the law''s
  tax: { prices: included, rates: law, rounding: down }
  price_date: application

calendars:
  # OMU-34, OMU-35: reception counter 1, 1st floor, 9:00-16:45, except non-consultation days
  counter:
    title: { ja: 1番窓口, en: Reception counter 1 }
    hours: { Mon-Fri: 09:00-16:45 }
    closed: [ holidays, 12/29-01/03 ]
  # practice: the main cashier closes later than the counter
  cashier:
    title: { ja: 会計窓口, en: Main cashier }
    hours: { Mon-Fri: 08:45-17:15 }
    closed: [ holidays, 12/29-01/03 ]

# OMU-2: mainly these; anything else is asked for in advance (OMU-8), not refused
diseases:
  cancer: { title: { ja: がん, en: Cancer } }
  heart: { title: { ja: 心臓・血管の病気, en: Cardiovascular conditions } }
  brain: { title: { ja: 脳血管の病気, en: Cerebrovascular conditions } }

departments:
  any:
    accept: [ cancer, heart, brain ]
    unlisted: ask
    say:
      ja: そのご病気は担当の診療科に確認いたします。お受けできるかどうか、こちらからご連絡いたします。
      en: We will ask the department whether we can accept this illness, and contact you.

services:
  # OMU-9: in person only. OMU-30: by appointment. OMU-31: a specialist is assigned after the review.
  in_person:
    title: { ja: セカンドオピニオン（対面）, en: Second opinion in person }
    format: in_person
    calendar: counter
    slot_minutes: 60      # OMU-15: up to 60 minutes
    max_minutes: 60
    by_appointment: yes
    assign: [ hospital ]  # OMU-31
    apply: { by: visitor, via: [ counter ], calendar: counter }  # OMU-29
    steps: [ inquiry, request, requester, papers, review, booking, visit, { any_order: [ payment, return, report ] }, close ]
    # OMU-16, OMU-17, OMU-18
    includes:
      - { ja: 専門医との面談, en: In-person appointment with a specialist }
      - { ja: 専門医による資料の検討と意見の説明, en: Specialist review and provision of your second opinion }
      - { ja: 専門医による意見書, en: A written opinion from a specialist }
    place: { ja: 1階 1番窓口にお越しください, en: "Please come to reception counter 1, 1st floor" }
  # OMU-6: who wishes to be treated here books an ordinary first visit
  first_visit:
    title: { ja: 初診のご予約, en: Ordinary first visit }
    format: elsewhere
    say:
      ja: 当院での治療をご希望でしたら、セカンドオピニオンではなく初診のご予約をご案内します。
      en: For treatment here we will help you book an ordinary first visit.

# First match. Papers look at who sits in the consultation; companions of the patient need none (OMU-27).
requesters:
  - id: patient                     # OMU-11
    when: patient.attends and patient.age >= 18
    allow: yes
    why: { ja: 患者さんご本人が相談に来られる, en: the patient attends }
  - id: minor_with_guardian         # OMU-12; OMU-27: (5) yes, (4) no. Practice: only the family register proves authority
    when: patient.age < 18 and attendee.kind = guardian
    allow: yes
    proof: [ identity, parental_authority ]
    proof_when: not patient.attends
    why: { ja: 未成年の患者さんに代わって親権者の方が来られる, en: a guardian comes instead of the patient under 18 }
  - id: minor_else                  # practice: a minor alone, or with somebody who is no guardian, is a case to ask about
    when: patient.age < 18
    allow: ask
    ask_whom: department
    say:
      ja: 患者さんが18歳未満ですので、親権者の方とご一緒にお越しいただけますか。難しいときは担当の診療科に確認いたします。
      en: The patient is under 18. Could a parent or guardian come along? If that is difficult we will ask the department.
    why: { ja: 18歳未満の患者さんに親権者の方が付き添われない, en: no guardian comes with the patient under 18 }
  - id: incapable                   # practice: an adult who cannot consent
    when: "not patient.attends and patient.capable in (no, unclear) and attendee.kind in (family, legal_representative)"
    allow: ask
    ask_whom: department
    proof: [ identity, legal_representative ]
    say:
      ja: ご本人が同意書にご署名できない場合は、担当の診療科に確認いたします。成年後見人など、法定代理人の方の書類があればお持ちください。
      en: As the patient cannot sign the consent form, we will ask the department. Please bring any paper that shows legal representation.
    why: { ja: 患者さんご本人が同意の判断をするのが難しい, en: the patient may not be able to decide and consent }
  - id: representative              # practice: a legal representative of an adult who can decide
    when: not patient.attends and attendee.kind = legal_representative
    allow: ask
    ask_whom: department
    consent: form
    proof: [ identity, legal_representative ]
    why: { ja: 法定代理人の方が患者さんに代わって来られる, en: a legal representative comes instead of the patient }
  - id: family                      # OMU-13, OMU-25, OMU-26, OMU-27
    when: not patient.attends and attendee.kind only family
    allow: yes
    consent: form
    consent_by: patient
    proof: [ identity, relationship ]
    why: { ja: 患者さんが同席しない, en: the patient does not attend }
  - id: nobody_else                 # OMU-14
    allow: no
    override: supervisor
    say:
      ja: 恐れ入りますが、ご相談はご本人、ご本人の同意のあるご家族、未成年の方の保護者に限らせていただいております。
      en: Requests are limited to the patient, family members with the adult patient''s consent, and guardians of a minor.
    why: { ja: ご本人・ご家族・親権者のいずれでもない方が来られる, en: "somebody comes who is neither the patient, nor family, nor a guardian" }

documents:
  - id: request_form                # OMU-22, OMU-28
    title: { ja: 申込書, en: Second opinion request form }
    need: required
    due: review
    blank: [ counter ]
    handed_out: inquiry
    say:
      ja: 申込書をこちらでお渡しします。ご記入のうえ、1番窓口へお持ちください。
      en: Here is the request form. Please fill it in and bring it to reception counter 1.
  - id: referral                    # OMU-23
    title: { ja: 診療情報提供書, en: Patient referral document (referral letter) }
    need: required
    due: review
    say:
      ja: 今かかっておられる主治医の先生に、当院あての診療情報提供書をお願いしていただけますか。
      en: Please ask your present doctor for a referral letter addressed to this hospital.
  - id: records                     # OMU-1, OMU-24
    title: { ja: 検査資料, en: "Test records (X-ray films, scans, blood tests, pathology slides)" }
    need: required
    due: review
    say:
      ja: レントゲンや CT などの画像、血液検査の結果、病理標本など、検査の資料をお借りしてお持ちください。
      en: "Please bring your test records: X-ray films, scan data, blood test results, pathology slides and so on."
  - id: consent                     # OMU-25, OMU-28
    serves: consent
    title: { ja: 相談同意書, en: Consent form }
    due: booking
    blank: [ counter ]
    handed_out: inquiry
    say:
      ja: ご本人が署名された相談同意書をお持ちいただけますか。用紙はこちらでお渡しします。
      en: Please bring the consent form signed by the patient. We will give you the form here.
  - id: identity                    # OMU-26; no number is copied
    serves: identity
    title: { ja: 相談に来られる方の本人確認書類, en: Identification of the person who comes }
    due: visit
    say:
      ja: マイナンバーカードや運転免許証など、ご本人と確認できる書類をお見せください。番号は控えません。
      en: Please show an identity document such as a My Number Card or driver''s licence. We do not copy any number.
  - id: relationship                # OMU-26: health insurance cards are no longer issued (domain 3.1)
    serves: relationship
    title: { ja: 続柄のわかる書類, en: Document that shows the relationship }
    due: booking
    say:
      ja: 戸籍謄本や続柄の載った住民票など、患者さんとの続柄のわかる書類をお持ちいただけますか。
      en: Please bring a document that shows your relationship, such as a family register or a certificate of residence.
  - id: parental_authority          # OMU-12, OMU-26; counter.md: only the family register proves it
    serves: authority
    title: { ja: 親権の書類（戸籍）, en: Proof of parental authority (family register) }
    due: booking
    say:
      ja: 親権者であることがわかる戸籍謄本をお持ちいただけますか。
      en: Please bring the family register that shows parental authority.
  - id: legal_representative        # practice
    serves: authority
    title: { ja: 法定代理人の書類, en: Proof of legal representation }
    due: booking
    say:
      ja: 成年後見の登記事項証明書など、法定代理人であることがわかる書類をお持ちいただけますか。
      en: Please bring a document that shows legal representation, such as a certificate of guardianship.

refusals:
  - id: patient_unwilling           # OMU-3 (R1)
    title: { ja: 患者さんが希望されていない, en: The patient does not agree }
    when: patient.agrees in (no, unclear)
    effect: refuse
    at: review
    override: supervisor
    say:
      ja: 恐れ入りますが、患者さんご本人がセカンドオピニオンを希望されていない場合は、お受けできません。
      en: We are sorry, but we cannot accept a request when the patient does not agree to a second opinion.
  - id: doctor_disagrees            # OMU-4 (R2): the report goes to the present doctor (OMU-5)
    title: { ja: 主治医の了承がない, en: The present doctor does not agree }
    when: referrer.agrees = no
    effect: refuse
    at: review
    override: supervisor
    say:
      ja: 恐れ入りますが、主治医の先生のご了承がない場合は、お受けできません。報告書は必ず主治医の先生にもお送りするためです。
      en: We are sorry, but we cannot accept a request when the present doctor does not agree, because the report must be shared with that doctor.
  - id: doctor_not_told             # OMU-4: the doctor does not know yet, so nobody said no
    title: { ja: 主治医にまだ話していない, en: The present doctor has not been told }
    when: referrer.agrees = unclear
    effect: warn
    at: review
    override: clerk
    say:
      ja: 主治医の先生に、セカンドオピニオンを受けたいことをお話しいただけますか。診療情報提供書もその先生にお願いすることになります。
      en: Please tell your present doctor that you would like a second opinion. The referral letter also comes from that doctor.
  - id: litigation                  # OMU-7 (R4)
    title: { ja: 訴訟・医療事故に関するご相談, en: Litigation or malpractice }
    when: purpose in (litigation, malpractice)
    effect: refuse
    at: review
    override: supervisor
    say:
      ja: 恐れ入りますが、訴訟に関するご相談は、セカンドオピニオン外来ではお受けしておりません。
      en: We cannot accept requests made for the purpose of litigation.
  - id: transfer                    # OMU-6 (R3)
    title: { ja: 転院・当院での治療のご希望, en: Transfer or treatment here }
    when: purpose in (transfer, treatment_here)
    effect: reroute
    to: first_visit
    at: review
    override: supervisor
  - id: deceased                    # practice (R6)
    title: { ja: 患者さんが亡くなられている, en: The patient has died }
    chosen_by: clerk
    effect: refuse
    override: department
    say:
      ja: お悔やみ申し上げます。恐れ入りますが、亡くなられた方についてのご相談はお受けしておりません。
      en: Please accept our condolences. We are sorry, but we cannot accept requests about a patient who has died.
  - id: no_specialist               # OMU-8: the department says so after the review
    title: { ja: 担当できる専門医がいない, en: No specialist for this question }
    chosen_by: department
    effect: refuse
    at: booking
    override: department
    say:
      ja: 担当の診療科で検討いたしましたが、恐れ入りますが、今回のご相談はお受けできません。
      en: The department has considered your request. We are sorry, but we cannot accept it.

prices:
  # OMU-15 .. OMU-18: one flat fee, the written opinion is inside; OMU-19: not insured. Longer talks cost no more.
  - id: consultation
    title: { ja: セカンドオピニオン料, en: Second opinion fee }
    when: service = in_person
    shape: flat
    amount: 33000
    minutes: 60
    includes:
      - { ja: 専門医との面談, en: In-person appointment with a specialist }
      - { ja: 専門医による資料の検討と意見の説明, en: Specialist review and provision of your second opinion }
      - { ja: 専門医による意見書, en: A written opinion from a specialist }
    say:
      ja: 料金は60分まで33,000円、税込です。健康保険は使えません。
      en: The fee is 33,000 yen with tax, up to 60 minutes. Health insurance does not pay.

plans:
  - id: on_the_day                  # OMU-21: on the day of the consultation; a collected fee is not a condition for the report
    title: { ja: 相談当日のお支払い, en: Payment on the day }
    method: [ cash, card, other ]
    due: { after: visit, days: 0 }
    blocks: close
    collect_at: counter
    say:
      ja: お支払いは、ご相談の当日にお願いいたします。
      en: Please pay on the day of the consultation.

clocks:
  - id: appointment                 # OMU-33: when the date is told, not the visit (counter.md 8)
    title: { ja: 日程のご連絡の目安, en: When you will hear the date }
    from: documents_complete
    to: appointment_told
    min: 7
    max: 14
    unit: business_day
    calendar: counter
    approximate: yes
    say:
      ja: 書類がそろってから、7日から14診療日ほどで日程をご連絡いたします。
      en: It usually takes about 7 to 14 business days after all papers have arrived until we tell you the date.

reports:
  - id: to_present_doctor           # OMU-5: must be sent to and shared with the present doctor
    title: { ja: セカンドオピニオン報告書, en: Second opinion report }
    to: [ referrer ]
    within: { after: visit, days: 7 }
    via: [ post, hand ]
    contents:
      - { ja: 報告書, en: Report }
      - { ja: 送付状, en: Covering letter }

materials:
  - id: letter                      # kept always (counter.md 12)
    kinds: [ referral ]
    destination: keep
    receipt: no
  - id: images                      # OMU-24
    kinds: [ disc, film, endoscopy ]
    destination: visitor
  - id: results
    kinds: [ blood_test, imaging_report, pathology_report, summary, other ]
    destination: visitor
  - id: slides                      # borrowed from the other hospital (借用・返却)
    kinds: [ slide_stained, slide_unstained, block ]
    destination: lender

notices:
  - id: not_insured                 # OMU-19, OMU-20
    at: before_request
    on: [ screen, guide, request_form ]
    say:
      ja: セカンドオピニオンは健康保険の対象ではありません。料金は全額ご負担いただきます。
      en: Health insurance does not cover second opinions. All charges are borne by the patient.
  - id: no_treatment                # OMU-1: the records are examined, not the patient
    at: before_request
    on: [ screen, guide, slip ]
    say:
      ja: 当日は検査や治療は行いません。お持ちいただいた資料をもとに専門医がご説明します。
      en: There is no examination or treatment on that day. The specialist speaks about the records you have brought.
  - id: report_goes_to_doctor       # OMU-5
    at: request
    on: [ screen, guide, request_form, consent_form ]
    acknowledge: yes
    say:
      ja: ご相談の結果は、報告書で主治医の先生に必ずお伝えします。
      en: The result of the consultation is always shared with your present doctor in a report.
  - id: by_appointment              # OMU-30, OMU-31, OMU-32
    at: before_request
    on: [ screen, guide ]
    say:
      ja: 完全予約制です。申込書などを拝見して担当医を決め、ご希望をうかがって日程を決めます。
      en: Second opinions are by appointment only. We review your papers, assign a specialist and arrange the day according to your wishes.
  - id: in_person_only              # OMU-9
    at: before_request
    on: [ screen, guide ]
    say:
      ja: 対面でのご相談のみです。書面やオンラインでのご相談は行っておりません。
      en: Second opinions are given in person only, not in writing or online.
  - id: talk_first                  # OMU-8, OMU-10
    at: inquiry
    on: [ screen, guide ]
    say:
      ja: お受けできない場合もございますので、お申込みの前に1番窓口へお問い合わせください。
      en: Please contact reception counter 1 in advance, as we may not be able to accept your request.
  - id: bring                       # OMU-21, slip
    at: booking
    on: [ slip ]
    say:
      ja: 当日は予約票、診察券（お持ちの方）、ご相談料をお持ちください。
      en: "Please bring this slip, your patient card if you have one, and the fee."

contacts:
  counter:                          # OMU-10
    title: { ja: 1階 1番窓口, en: "Reception counter 1, 1st floor" }
    calendar: counter

conduct:
  recording: ask                    # practice: the page does not say
  check_in_minutes: 15
  check_in_at: { ja: 1階 1番窓口, en: "Reception counter 1, 1st floor" }
', '46571d4803a7c86953667983808f51861fed41d446b81eb53846616fc34cb1d4', '2019-10-01', 1795482000, 3);
INSERT OR REPLACE INTO staff (id, login, name, active, lang, created_at, rev) VALUES (1, 'system', 'system', 1, 'ja', 0, 1);
INSERT OR REPLACE INTO staff (id, login, name, active, lang, created_at, rev) VALUES (2, 'nishikawa', '西川', 1, 'ja', 1795482000, 1);
INSERT OR REPLACE INTO staff (id, login, name, active, lang, created_at, rev) VALUES (3, 'sato', '佐藤', 1, 'ja', 1795482000, 1);
INSERT OR REPLACE INTO staff (id, login, name, active, lang, created_at, rev) VALUES (4, 'admin', '係', 1, 'ja', 1795482000, 1);
INSERT INTO staff_role (staff, role) VALUES (2, 'booking');
INSERT INTO staff_role (staff, role) VALUES (2, 'cashier');
INSERT INTO staff_role (staff, role) VALUES (2, 'clerk');
INSERT INTO staff_role (staff, role) VALUES (3, 'supervisor');
INSERT INTO staff_role (staff, role) VALUES (4, 'administrator');
INSERT INTO credential (staff, hash, changed_at, must_change, failures, not_before, locked, second_kind, second_secret, second_last) VALUES (2, '$argon2id$v=19$m=65536,t=3,p=1$c2FsdA$aGFzaA', 1795482000, 0, 0, 0, 0, NULL, NULL, NULL);
INSERT INTO credential (staff, hash, changed_at, must_change, failures, not_before, locked, second_kind, second_secret, second_last) VALUES (3, '$argon2id$v=19$m=65536,t=3,p=1$c2FsdA$aGFzaA', 1795482000, 0, 0, 0, 0, NULL, NULL, NULL);
INSERT INTO credential (staff, hash, changed_at, must_change, failures, not_before, locked, second_kind, second_secret, second_last) VALUES (4, '$argon2id$v=19$m=65536,t=3,p=1$c2FsdA$aGFzaA', 1795482000, 0, 0, 0, 0, NULL, NULL, NULL);
INSERT INTO person (id, patient_no, name, kana, romaji, birth, sex, postal, address, phone, phone2, email, nationality, lang, interpreter, search_name, search_kana, search_phone, created_at, rev) VALUES (1, NULL, '髙﨑 花子', 'タカサキ ハナコ', '', '1958-03-04', 'unknown', '', '', '06-6645-2121', '', '', '', 'ja', '', '高崎花子', 'タカサキハナコ', '0666452121', 1795482000, 1);
INSERT INTO person (id, patient_no, name, kana, romaji, birth, sex, postal, address, phone, phone2, email, nationality, lang, interpreter, search_name, search_kana, search_phone, created_at, rev) VALUES (2, NULL, '𠮷田 一郎', 'ヨシダ イチロウ', '', '1960-01-01', 'unknown', '', '', '', '', '', '', 'ja', '', '吉田一郎', 'ヨシダイチロウ', '', 1795482000, 1);
INSERT INTO request (id, counter, year, number, service, policy, patient, inquiry, received_on, received_via, complete_on, created_at, created_by, disease, diagnosis, condition, told, questions, department, wanted_doctor, wishes, bad_days, treatment_from, referrer_institution, referrer_doctor, inpatient, referrer_agrees, patient_agrees, purposes, patient_may_know, patient_voicemail, patient_name_hospital, other_name, other_relation, other_phone, other_may_know, other_voicemail, other_name_hospital, call_hours, careful, careful_why, applicant_kind, applicant_name, patient_attends, patient_capable, lang, memo, ended, ended_on, next_action, next_due, op_key, rev) VALUES (1, 1, 2026, 415, 'in_person', 1, 1, NULL, '2026-11-10', 'counter', NULL, 1795482000, 2, 'cancer', '', '', '', '', 'any', '', '', '', NULL, NULL, NULL, '', '', '', '', '', '', '', '', '', '', '', '', '', '', 0, '', '', '', 'yes', '', 'ja', '', '', NULL, 'papers request', NULL, 'req-1', 1);
INSERT INTO request (id, counter, year, number, service, policy, patient, inquiry, received_on, received_via, complete_on, created_at, created_by, disease, diagnosis, condition, told, questions, department, wanted_doctor, wishes, bad_days, treatment_from, referrer_institution, referrer_doctor, inpatient, referrer_agrees, patient_agrees, purposes, patient_may_know, patient_voicemail, patient_name_hospital, other_name, other_relation, other_phone, other_may_know, other_voicemail, other_name_hospital, call_hours, careful, careful_why, applicant_kind, applicant_name, patient_attends, patient_capable, lang, memo, ended, ended_on, next_action, next_due, op_key, rev) VALUES (2, 1, 2026, 416, 'in_person', 1, 2, NULL, '2026-11-10', 'counter', NULL, 1795482000, 2, 'cancer', '', '', '', '', 'any', '', '', '', NULL, NULL, NULL, '', '', '', '', '', '', '', '', '', '', '', '', '', '', 0, '', '', '', 'yes', '', 'ja', '', '', NULL, 'papers request', NULL, 'req-2', 1);
INSERT INTO step (id, request, step, kind, day, at, by, reason) VALUES (1, 1, 'payment', 'done', '2026-11-24', 1795482000, 2, '');
INSERT INTO override (id, request, rule, reason, at, day, by) VALUES (1, 2, 'litigation', 'x', 1795482000, '2026-11-24', 2);
INSERT INTO override_answer (override, approved, at, by) VALUES (1, 1, 1795482000, 3);
INSERT INTO attendee (id, request, kind, name, kana, relation, phone, came, removed, rev) VALUES (1, 1, 'patient', '髙﨑 花子', '', '', '', '', 0, 1);
INSERT INTO material (id, request, kind, what, pieces, label, owner, destination, received_on, at, by, undone_at, undone_by, undone_why) VALUES (1, 1, 'disc', '', 1, '26-0415-1', '', 'visitor', '2026-11-10', 1795482000, 2, NULL, NULL, '');
INSERT INTO material_move (id, material, origin, place, pieces, how, tracking, signed_by, day, at, by) VALUES (1, 1, 'desk', 'visitor', 1, '', '', '', '2026-11-24', 1795482000, 2);
INSERT INTO specialist (id, name, kana, name_en, department, active, rev) VALUES (1, '中村', '', '', 'any', 1, 1);
INSERT INTO specialist (id, name, kana, name_en, department, active, rev) VALUES (2, '山本', '', '', 'any', 1, 1);
INSERT INTO room (id, name_ja, name_en, floor_ja, floor_en, active) VALUES (1, '相談室1', 'Room 1', '', '', 1);
INSERT INTO appointment (id, request, specialist, day, start_min, minutes, room, place, come_min, state, held_until, moved_from, reason, told_on, told_how, at, by, ended_at, ended_by, op_key, rev) VALUES (1, 1, 1, '2026-11-24', 600, 60, 1, '', NULL, 'arrived', NULL, NULL, '', NULL, '', 1795482000, 2, NULL, NULL, 'app-1', 2);
INSERT INTO slot (specialist, day, unit, appointment) VALUES (1, '2026-11-24', 120, 1);
INSERT INTO slot (specialist, day, unit, appointment) VALUES (1, '2026-11-24', 121, 1);
INSERT INTO slot (specialist, day, unit, appointment) VALUES (1, '2026-11-24', 122, 1);
INSERT INTO slot (specialist, day, unit, appointment) VALUES (1, '2026-11-24', 123, 1);
INSERT INTO slot (specialist, day, unit, appointment) VALUES (1, '2026-11-24', 124, 1);
INSERT INTO slot (specialist, day, unit, appointment) VALUES (1, '2026-11-24', 125, 1);
INSERT INTO slot (specialist, day, unit, appointment) VALUES (1, '2026-11-24', 126, 1);
INSERT INTO slot (specialist, day, unit, appointment) VALUES (1, '2026-11-24', 127, 1);
INSERT INTO slot (specialist, day, unit, appointment) VALUES (1, '2026-11-24', 128, 1);
INSERT INTO slot (specialist, day, unit, appointment) VALUES (1, '2026-11-24', 129, 1);
INSERT INTO slot (specialist, day, unit, appointment) VALUES (1, '2026-11-24', 130, 1);
INSERT INTO slot (specialist, day, unit, appointment) VALUES (1, '2026-11-24', 131, 1);
INSERT INTO room_slot (room, day, unit, appointment) VALUES (1, '2026-11-24', 120, 1);
INSERT INTO room_slot (room, day, unit, appointment) VALUES (1, '2026-11-24', 121, 1);
INSERT INTO room_slot (room, day, unit, appointment) VALUES (1, '2026-11-24', 122, 1);
INSERT INTO room_slot (room, day, unit, appointment) VALUES (1, '2026-11-24', 123, 1);
INSERT INTO room_slot (room, day, unit, appointment) VALUES (1, '2026-11-24', 124, 1);
INSERT INTO room_slot (room, day, unit, appointment) VALUES (1, '2026-11-24', 125, 1);
INSERT INTO room_slot (room, day, unit, appointment) VALUES (1, '2026-11-24', 126, 1);
INSERT INTO room_slot (room, day, unit, appointment) VALUES (1, '2026-11-24', 127, 1);
INSERT INTO room_slot (room, day, unit, appointment) VALUES (1, '2026-11-24', 128, 1);
INSERT INTO room_slot (room, day, unit, appointment) VALUES (1, '2026-11-24', 129, 1);
INSERT INTO room_slot (room, day, unit, appointment) VALUES (1, '2026-11-24', 130, 1);
INSERT INTO room_slot (room, day, unit, appointment) VALUES (1, '2026-11-24', 131, 1);
INSERT INTO visit (id, request, appointment, day, call_number, arrived_at, arrived_by, patient_came, started_at, started_by, ended_at, ended_by, undone_at, undone_by, undone_why, rev) VALUES (1, 1, 1, '2026-11-24', 101, 1795482000, 2, 'yes', NULL, NULL, NULL, NULL, NULL, NULL, '', 1);
INSERT INTO drawer_day (id, counter, drawer, day, float_yen, opened_at, opened_by) VALUES (1, 1, 1, '2026-11-24', 50000, 1795482000, 2);
INSERT INTO charge (id, request, item, item_en, quantity, unit_yen, yen, tax_percent, tax_yen, rule, policy, payer, void_of, reason, at, by) VALUES (1, 1, 'セカンドオピニオン料', 'Second opinion', 1, 33000, 33000, 10, 3000, 'consultation', 1, 'patient', NULL, '', 1795482000, 2);
INSERT INTO payment (id, counter, drawer, request, kind, method, yen, tendered, change, slip, other_kind, paid_on, business_day, payer, payer_name, refund_of, original, reason, at, by, approved_by, op_key) VALUES (1, 1, 1, 1, 'collect', 'cash', 33000, 40000, 7000, '', '', '2026-11-24', '2026-11-24', 'patient', '', NULL, '', '', 1795482000, 2, NULL, 'pay-1');
INSERT INTO receipt (counter, year, number, payment, lang, addressee, registration) VALUES (1, 2026, 1, 1, 'ja', '髙﨑 花子', '');
INSERT INTO cash_count (id, counter, drawer, day, purpose, at, by) VALUES (1, 1, 1, '2026-11-24', 'close', 1795482000, 2);
INSERT INTO denomination (cash_count, yen, pieces) VALUES (1, 1000, 3);
INSERT INTO denomination (cash_count, yen, pieces) VALUES (1, 10000, 8);
INSERT INTO closing (id, counter, drawer, day, seq, float_yen, expected_cash, counted_cash, cash_count, difference, cash_total, card_total, transfer_total, other_total, outside_total, card_counted, perpetual_before, perpetual_after, deposit, bag, treasury, treasury_person, next_float, reason, first_receipt, last_receipt, open_items, at, by, audit_seq, audit_hash) VALUES (1, 1, 1, '2026-11-24', 1, 50000, 83000, 83000, 1, 0, 33000, 0, 0, 0, 0, 0, 0, 33000, 33000, '', '', '', 50000, '', '', '', '{}', 1795482000, 2, 8, '8d6f92719e5c8732fda39601266b594cddb1dcd68551a0f8628469e8533cefa0');
INSERT INTO closing_confirm (closing, by, at, note) VALUES (1, 3, 1795482000, '');
INSERT INTO audit (seq, at, staff, verb, object, id, body_hash, prev, hash) VALUES (1, 1795482000, 1, 'staff', 'staff', 2, '74b8f41e0134417a205f6e181a3ac9e3e67193c8f963d308e68fcdfcc0ed2a21', '0', 'd59a7f63da271cbf09e5edce8134f7e52888a9fd4efb1ccc44737aa5ff1b80c9');
INSERT INTO audit (seq, at, staff, verb, object, id, body_hash, prev, hash) VALUES (10, 1795482000, 3, 'close_confirm', 'closing', 1, '6f9d132db6aba00ba5022d5221b47ec711745eb596bf5de9a8c4801516ad079e', '31048d92d5b4aa3d64b97051739977840aad7e2dfe1ee9eed844e7b0402b348c', 'eec694fcf210867fe8894d31a16d247cf827cbe5a8f117b4832391da48cdf0a2');
INSERT INTO audit (seq, at, staff, verb, object, id, body_hash, prev, hash) VALUES (11, 1795482000, 2, 'material', 'request', 1, 'bbb2a3e863b1c2479c8dbe908e3ea89c2983d43c6316aefa5f5f05133eac5061', 'eec694fcf210867fe8894d31a16d247cf827cbe5a8f117b4832391da48cdf0a2', '0497142b4b56dbc330995ef863d29f8087eee44cec97007a4fa6b157c7f052b5');
INSERT INTO audit (seq, at, staff, verb, object, id, body_hash, prev, hash) VALUES (12, 1795482000, 2, 'override', 'request', 2, '2522be31e4409336a8a141aac061554ace1f7ca3b830486d40400b9c6e6b2f3d', '0497142b4b56dbc330995ef863d29f8087eee44cec97007a4fa6b157c7f052b5', '6434e2437a41a8054f500fdaeaab8d7370f33250185f685adff8cc46cf10f530');
INSERT INTO audit (seq, at, staff, verb, object, id, body_hash, prev, hash) VALUES (13, 1795482000, 2, 'settle', 'request', 1, 'ca44a46b3ab5820e6af754424c1247971bda2c359c1ca5483cb6e5c1aca439a1', '6434e2437a41a8054f500fdaeaab8d7370f33250185f685adff8cc46cf10f530', '86b1c4390d76e0f24a640a86c87fb39c386ddae912a2d89b4c612da0ee15cd97');
INSERT INTO audit (seq, at, staff, verb, object, id, body_hash, prev, hash) VALUES (14, 1795482000, 2, 'settle', 'request', 2, '679f7cfda52d66e8603bc1ebb54778f6fa9a080cf8b5a48032256f9954d75260', '86b1c4390d76e0f24a640a86c87fb39c386ddae912a2d89b4c612da0ee15cd97', '7cbfd315dcafbcdba71f6aa6ccb0f1de7ef33d11ad8cd12268c5093f2e5dd0a4');
INSERT INTO audit (seq, at, staff, verb, object, id, body_hash, prev, hash) VALUES (15, 1795482000, 2, 'read', 'request', 1, '2770970582333b5a42c7219a58f9fd5a8db467b1fd6fcff73f95647837595db9', '7cbfd315dcafbcdba71f6aa6ccb0f1de7ef33d11ad8cd12268c5093f2e5dd0a4', '4fe352cec850f8c2885ef895b42ac06fc58f8b7304385ea2473709f8fed7e30c');
INSERT INTO audit (seq, at, staff, verb, object, id, body_hash, prev, hash) VALUES (16, 1795482000, 2, 'read', 'request', 2, 'd319eed55c8e1bd4daeb428bc71fe45908221da88de0c44f2030dd89ad4ce048', '4fe352cec850f8c2885ef895b42ac06fc58f8b7304385ea2473709f8fed7e30c', '9db8bb53442703c2a9d38bbd9746f36bcf4080f1e977558e5106412a10e3d7a0');
INSERT INTO audit (seq, at, staff, verb, object, id, body_hash, prev, hash) VALUES (2, 1795482000, 3, 'policy', 'policy_version', 1, 'c85b1376568eb3503edf6045cbed968868d4e407171cbfe7ebdfb9b2238da37b', 'd59a7f63da271cbf09e5edce8134f7e52888a9fd4efb1ccc44737aa5ff1b80c9', '6042e97ae48fb994f0bfd66cdf8a5b81906cd1b4a6025ec0d5bae80606f1a8c1');
INSERT INTO audit (seq, at, staff, verb, object, id, body_hash, prev, hash) VALUES (3, 1795482000, 2, 'take', 'request', 1, '57168d9c39da28cd64d0fd41f8919fc3cde39526aabdba1270836db6bc9a2fe2', '6042e97ae48fb994f0bfd66cdf8a5b81906cd1b4a6025ec0d5bae80606f1a8c1', '1846e0835de4719b271e1453c0a29692a04765cc47e09ae1347d011f5a397839');
INSERT INTO audit (seq, at, staff, verb, object, id, body_hash, prev, hash) VALUES (4, 1795482000, 2, 'book', 'appointment', 1, '8d6d27d5440aa8af5a4296d054a57cca0f0998c34a9227782c911ccd4d36ef89', '1846e0835de4719b271e1453c0a29692a04765cc47e09ae1347d011f5a397839', '0a1b8e6e29a0ef0baafb737ebe88cf661e604b54b3f42ed1ccd369f8dfa45f7c');
INSERT INTO audit (seq, at, staff, verb, object, id, body_hash, prev, hash) VALUES (5, 1795482000, 2, 'drawer_open', 'drawer_day', 1, '4c6b9e0e30462d2cee407f50a6d2279bb221625d2cb94253a950738765364170', '0a1b8e6e29a0ef0baafb737ebe88cf661e604b54b3f42ed1ccd369f8dfa45f7c', '07975c9d00f74165e56cc9da541249ddbced0bfff937f0e051f6a9b9063cc125');
INSERT INTO audit (seq, at, staff, verb, object, id, body_hash, prev, hash) VALUES (6, 1795482000, 2, 'check_in', 'request', 1, 'cf0b9fcbbce94e64096dc451a6fab94ace0ed7a587e14ecbf2cccb180df83859', '07975c9d00f74165e56cc9da541249ddbced0bfff937f0e051f6a9b9063cc125', 'b76929f8790e80f378964a0dd35e71c36b250dfed8e0b99dbb461e0b6fafad2f');
INSERT INTO audit (seq, at, staff, verb, object, id, body_hash, prev, hash) VALUES (7, 1795482000, 2, 'collect', 'payment', 1, '26d5926b923fda487f740d9a36f53e96f154951e6b263fadbaaeeb8f0fcdad27', 'b76929f8790e80f378964a0dd35e71c36b250dfed8e0b99dbb461e0b6fafad2f', 'bad4afc6418df4384567c7e43717019a53cae76ca0d21f8140d2caf472bec05e');
INSERT INTO audit (seq, at, staff, verb, object, id, body_hash, prev, hash) VALUES (8, 1795482000, 2, 'step', 'request', 1, 'cc7021a3abefdba06759fdb9fdfcbbd9cbe94ee10d42eeac6fb84f122d332c34', 'bad4afc6418df4384567c7e43717019a53cae76ca0d21f8140d2caf472bec05e', '8d6f92719e5c8732fda39601266b594cddb1dcd68551a0f8628469e8533cefa0');
INSERT INTO audit (seq, at, staff, verb, object, id, body_hash, prev, hash) VALUES (9, 1795482000, 2, 'close', 'closing', 1, '047adedcda27cb675dda533d5913094925d98ed1a6f2ba285dab65cad7f796e8', '8d6f92719e5c8732fda39601266b594cddb1dcd68551a0f8628469e8533cefa0', '31048d92d5b4aa3d64b97051739977840aad7e2dfe1ee9eed844e7b0402b348c');
INSERT INTO audit_body (seq, salt, body) VALUES (1, '2901b874a36670078760949bd00d2a5b', '{"rows":[{"table":"counter","row":{"id":1,"number":1,"name_ja":"1番窓口","name_en":"Reception counter 1","floor_ja":"","floor_en":""}},{"table":"staff","row":{"id":2,"login":"nishikawa","name":"西川","active":1,"created_at":1795482000,"roles":["booking","cashier","clerk"]}},{"table":"staff","row":{"id":3,"login":"sato","name":"佐藤","active":1,"created_at":1795482000,"roles":["supervisor"]}},{"table":"staff","row":{"id":4,"login":"admin","name":"係","active":1,"created_at":1795482000,"roles":["administrator"]}},{"table":"setting","row":{"id":1,"key":"cash.tolerance","value":"1000"}}]}');
INSERT INTO audit_body (seq, salt, body) VALUES (10, 'ef4e0c14ebef18663af3df4f32dca98b', '{"rows":[{"table":"closing_confirm","row":{"id":1,"closing":1,"by":3,"at":1795482000,"note":""}}]}');
INSERT INTO audit_body (seq, salt, body) VALUES (11, '1919801adfc49502b354d812e86e12b8', '{"rows":[{"table":"material","row":{"id":1,"request":1,"kind":"disc","what":"","pieces":1,"label":"26-0415-1","owner":"","destination":"visitor","received_on":"2026-11-10","at":1795482000,"by":2,"undone_at":null,"undone_by":null,"undone_why":""}},{"table":"material_move","row":{"id":1,"material":1,"origin":"desk","place":"visitor","pieces":1,"how":"","tracking":"","signed_by":"","day":"2026-11-24","at":1795482000,"by":2}}]}');
INSERT INTO audit_body (seq, salt, body) VALUES (12, '609436a5e3c92402171a958079c1f0db', '{"rows":[{"table":"override","row":{"id":1,"request":2,"rule":"litigation","reason":"x","at":1795482000,"day":"2026-11-24","by":2}},{"table":"override_answer","row":{"id":1,"override":1,"approved":1,"at":1795482000,"by":3}}]}');
INSERT INTO audit_body (seq, salt, body) VALUES (13, '30d2e99e6966663b594ae43a1860131f', '{"rows":[{"table":"request","row":{"id":1,"counter":1,"year":2026,"number":415,"service":"in_person","policy":1,"patient":1,"inquiry":null,"received_on":"2026-11-10","received_via":"counter","complete_on":null,"created_at":1795482000,"created_by":2,"disease":"cancer","diagnosis":"","condition":"","told":"","questions":"","department":"any","wanted_doctor":"","wishes":"","bad_days":"","treatment_from":null,"referrer_institution":null,"referrer_doctor":null,"inpatient":"","referrer_agrees":"","patient_agrees":"","purposes":"","patient_may_know":"","patient_voicemail":"","patient_name_hospital":"","other_name":"","other_relation":"","other_phone":"","other_may_know":"","other_voicemail":"","other_name_hospital":"","call_hours":"","careful":0,"careful_why":"","applicant_kind":"","applicant_name":"","patient_attends":"yes","patient_capable":"","lang":"ja","memo":"","ended":"","ended_on":null,"next_action":"papers request","next_due":null,"op_key":"req-1","rev":1}}]}');
INSERT INTO audit_body (seq, salt, body) VALUES (14, '83e77dc66ecedbaa0fae6ad2c06ff7b2', '{"rows":[{"table":"request","row":{"id":2,"counter":1,"year":2026,"number":416,"service":"in_person","policy":1,"patient":2,"inquiry":null,"received_on":"2026-11-10","received_via":"counter","complete_on":null,"created_at":1795482000,"created_by":2,"disease":"cancer","diagnosis":"","condition":"","told":"","questions":"","department":"any","wanted_doctor":"","wishes":"","bad_days":"","treatment_from":null,"referrer_institution":null,"referrer_doctor":null,"inpatient":"","referrer_agrees":"","patient_agrees":"","purposes":"","patient_may_know":"","patient_voicemail":"","patient_name_hospital":"","other_name":"","other_relation":"","other_phone":"","other_may_know":"","other_voicemail":"","other_name_hospital":"","call_hours":"","careful":0,"careful_why":"","applicant_kind":"","applicant_name":"","patient_attends":"yes","patient_capable":"","lang":"ja","memo":"","ended":"","ended_on":null,"next_action":"papers request","next_due":null,"op_key":"req-2","rev":1}}]}');
INSERT INTO audit_body (seq, salt, body) VALUES (15, 'f3513c7de7c64bddca2c0577cc39fdf1', '{}');
INSERT INTO audit_body (seq, salt, body) VALUES (16, '828d956f050527ebc04f4a8be9bd38aa', '{}');
INSERT INTO audit_body (seq, salt, body) VALUES (2, 'ec90d4095c80afa32a6047a2b0261d46', '{"rows":[{"table":"policy_version","row":{"id":1,"policy":"omu","sha256":"46571d4803a7c86953667983808f51861fed41d446b81eb53846616fc34cb1d4","valid_from":"2019-10-01","switched_on":1795482000,"switched_by":3}}]}');
INSERT INTO audit_body (seq, salt, body) VALUES (3, 'e7d19ff557ce46a2bf0285e43786b26a', '{"rows":[{"table":"person","row":{"id":1,"patient_no":null,"name":"髙﨑 花子","kana":"タカサキ ハナコ","romaji":"","birth":"1958-03-04","sex":"unknown","postal":"","address":"","phone":"06-6645-2121","phone2":"","email":"","nationality":"","lang":"ja","interpreter":"","search_name":"高崎花子","search_kana":"タカサキハナコ","search_phone":"0666452121","created_at":1795482000,"rev":1}},{"table":"person","row":{"id":2,"patient_no":null,"name":"𠮷田 一郎","kana":"ヨシダ イチロウ","romaji":"","birth":"1960-01-01","sex":"unknown","postal":"","address":"","phone":"","phone2":"","email":"","nationality":"","lang":"ja","interpreter":"","search_name":"吉田一郎","search_kana":"ヨシダイチロウ","search_phone":"","created_at":1795482000,"rev":1}},{"table":"specialist","row":{"id":1,"name":"中村","kana":"","name_en":"","department":"any","active":1,"rev":1}},{"table":"specialist","row":{"id":2,"name":"山本","kana":"","name_en":"","department":"any","active":1,"rev":1}},{"table":"room","row":{"id":1,"name_ja":"相談室1","name_en":"Room 1","floor_ja":"","floor_en":"","active":1}},{"table":"request","row":{"id":1,"counter":1,"year":2026,"number":415,"service":"in_person","policy":1,"patient":1,"inquiry":null,"received_on":"2026-11-10","received_via":"counter","complete_on":null,"created_at":1795482000,"created_by":2,"disease":"cancer","diagnosis":"","condition":"","told":"","questions":"","department":"any","wanted_doctor":"","wishes":"","bad_days":"","treatment_from":null,"referrer_institution":null,"referrer_doctor":null,"inpatient":"","referrer_agrees":"","patient_agrees":"","purposes":"","patient_may_know":"","patient_voicemail":"","patient_name_hospital":"","other_name":"","other_relation":"","other_phone":"","other_may_know":"","other_voicemail":"","other_name_hospital":"","call_hours":"","careful":0,"careful_why":"","applicant_kind":"","applicant_name":"","patient_attends":"yes","patient_capable":"","lang":"ja","memo":"","ended":"","ended_on":null,"next_action":"","next_due":null,"op_key":"req-1","rev":1}},{"table":"request","row":{"id":2,"counter":1,"year":2026,"number":416,"service":"in_person","policy":1,"patient":2,"inquiry":null,"received_on":"2026-11-10","received_via":"counter","complete_on":null,"created_at":1795482000,"created_by":2,"disease":"cancer","diagnosis":"","condition":"","told":"","questions":"","department":"any","wanted_doctor":"","wishes":"","bad_days":"","treatment_from":null,"referrer_institution":null,"referrer_doctor":null,"inpatient":"","referrer_agrees":"","patient_agrees":"","purposes":"","patient_may_know":"","patient_voicemail":"","patient_name_hospital":"","other_name":"","other_relation":"","other_phone":"","other_may_know":"","other_voicemail":"","other_name_hospital":"","call_hours":"","careful":0,"careful_why":"","applicant_kind":"","applicant_name":"","patient_attends":"yes","patient_capable":"","lang":"ja","memo":"","ended":"","ended_on":null,"next_action":"","next_due":null,"op_key":"req-2","rev":1}},{"table":"attendee","row":{"id":1,"request":1,"kind":"patient","name":"髙﨑 花子","kana":"","relation":"","phone":"","came":"","removed":0,"rev":1}}]}');
INSERT INTO audit_body (seq, salt, body) VALUES (4, '0015fd21a15aba421c1745e49f644b29', '{"rows":[{"table":"appointment","row":{"id":1,"request":1,"specialist":1,"day":"2026-11-24","start_min":600,"minutes":60,"room":1,"place":"","come_min":null,"state":"booked","held_until":null,"moved_from":null,"reason":"","told_on":null,"told_how":"","at":1795482000,"by":2,"ended_at":null,"ended_by":null,"op_key":"app-1","rev":1}}]}');
INSERT INTO audit_body (seq, salt, body) VALUES (5, 'e36e7b5f24e7637844e3bd0255c09554', '{"rows":[{"table":"drawer_day","row":{"id":1,"counter":1,"drawer":1,"day":"2026-11-24","float_yen":50000,"opened_at":1795482000,"opened_by":2}}]}');
INSERT INTO audit_body (seq, salt, body) VALUES (6, '227f7af4ab306ab602bde2edf8b35cd9', '{"rows":[{"table":"appointment","row":{"id":1,"request":1,"specialist":1,"day":"2026-11-24","start_min":600,"minutes":60,"room":1,"place":"","come_min":null,"state":"arrived","held_until":null,"moved_from":null,"reason":"","told_on":null,"told_how":"","at":1795482000,"by":2,"ended_at":null,"ended_by":null,"op_key":"app-1","rev":2}},{"table":"visit","row":{"id":1,"request":1,"appointment":1,"day":"2026-11-24","call_number":101,"arrived_at":1795482000,"arrived_by":2,"patient_came":"yes","started_at":null,"started_by":null,"ended_at":null,"ended_by":null,"undone_at":null,"undone_by":null,"undone_why":"","rev":1}},{"table":"charge","row":{"id":1,"request":1,"item":"セカンドオピニオン料","item_en":"Second opinion","quantity":1,"unit_yen":33000,"yen":33000,"tax_percent":10,"tax_yen":3000,"rule":"consultation","policy":1,"payer":"patient","void_of":null,"reason":"","at":1795482000,"by":2}}]}');
INSERT INTO audit_body (seq, salt, body) VALUES (7, '7bda2205179683851c7d559e261e15e8', '{"rows":[{"table":"payment","row":{"id":1,"counter":1,"drawer":1,"request":1,"kind":"collect","method":"cash","yen":33000,"tendered":40000,"change":7000,"slip":"","other_kind":"","paid_on":"2026-11-24","business_day":"2026-11-24","payer":"patient","payer_name":"","refund_of":null,"original":"","reason":"","at":1795482000,"by":2,"approved_by":null,"op_key":"pay-1"}},{"table":"receipt","row":{"id":1,"counter":1,"year":2026,"number":1,"payment":1,"lang":"ja","addressee":"髙﨑 花子","registration":""}}]}');
INSERT INTO audit_body (seq, salt, body) VALUES (8, '9656f7bb874b3e1d4ffde3d3b2266f78', '{"rows":[{"table":"step","row":{"id":1,"request":1,"step":"payment","kind":"done","day":"2026-11-24","at":1795482000,"by":2,"reason":""}}]}');
INSERT INTO audit_body (seq, salt, body) VALUES (9, '33e70ebe811f06dda4888319f3b6fa19', '{"rows":[{"table":"cash_count","row":{"id":1,"counter":1,"drawer":1,"day":"2026-11-24","purpose":"close","at":1795482000,"by":2,"pieces":{"1000":3,"10000":8}}},{"table":"closing","row":{"id":1,"counter":1,"drawer":1,"day":"2026-11-24","seq":1,"float_yen":50000,"expected_cash":83000,"counted_cash":83000,"cash_count":1,"difference":0,"cash_total":33000,"card_total":0,"transfer_total":0,"other_total":0,"outside_total":0,"card_counted":0,"perpetual_before":0,"perpetual_after":33000,"deposit":33000,"bag":"","treasury":"","treasury_person":"","next_float":50000,"reason":"","first_receipt":"","last_receipt":"","open_items":"{}","at":1795482000,"by":2,"audit_seq":8,"audit_hash":"8d6f92719e5c8732fda39601266b594cddb1dcd68551a0f8628469e8533cefa0"}}]}');
