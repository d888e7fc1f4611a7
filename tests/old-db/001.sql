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
INSERT INTO closing (id, counter, drawer, day, seq, float_yen, expected_cash, counted_cash, cash_count, difference, cash_total, card_total, transfer_total, other_total, outside_total, card_counted, perpetual_before, perpetual_after, deposit, bag, treasury, treasury_person, next_float, reason, first_receipt, last_receipt, open_items, at, by, audit_seq, audit_hash) VALUES (1, 1, 1, '2026-11-24', 1, 50000, 83000, 83000, 1, 0, 33000, 0, 0, 0, 0, 0, 0, 33000, 33000, '', '', '', 50000, '', '', '', '{}', 1795482000, 2, 8, 'a4bfb14a2bd0630361cc5121bfb965add9b14aef50201510d3df52e9658119be');
INSERT INTO closing_confirm (closing, by, at, note) VALUES (1, 3, 1795482000, '');
INSERT INTO audit (seq, at, staff, verb, object, id, body_hash, prev, hash) VALUES (1, 1795482000, 1, 'staff', 'staff', 2, '1a23fc8ad54b73f85d9cb12f060af2fe166101b2c0a6e3eee6ef8b683c422a66', '0', '3cc7b89c51c6d6aeb89f85945e33909ed16ec3ec9d70dabb195712782c02b6c0');
INSERT INTO audit (seq, at, staff, verb, object, id, body_hash, prev, hash) VALUES (10, 1795482000, 3, 'close_confirm', 'closing', 1, '70ae8ac1930a8bfffe3335cfe56044d1de509c04e5bca3729bcf6c5b8b7ba019', 'b040b3ead7127414da48800fba86a65f179409d631723fbb22cf45de3bf119a0', '66519b229f609f3d89675705c3e9f5821ede50d0923d96053559c25590318a9a');
INSERT INTO audit (seq, at, staff, verb, object, id, body_hash, prev, hash) VALUES (11, 1795482000, 2, 'material', 'request', 1, '418d5a3ad8cee08695ba1699249c9c708a163f34e0677b6d6a717e1344801a7b', '66519b229f609f3d89675705c3e9f5821ede50d0923d96053559c25590318a9a', '686c0a80309edffa24f10fc15743fde967aaa3bc763651e89713c8b8af4da17b');
INSERT INTO audit (seq, at, staff, verb, object, id, body_hash, prev, hash) VALUES (12, 1795482000, 2, 'override', 'request', 2, '0f66d8313c02fbfc5dbe9d01e66eb6a6cd17d5c01ff463250216893db2f13d0d', '686c0a80309edffa24f10fc15743fde967aaa3bc763651e89713c8b8af4da17b', 'be2eb2c38ba460ff965c4f08a91322c1f697602f7642aa3e5c2915db6bdb043a');
INSERT INTO audit (seq, at, staff, verb, object, id, body_hash, prev, hash) VALUES (13, 1795482000, 2, 'settle', 'request', 1, 'be236558763eb2b78219064a457efb7a1ecf9bf22f4d9128d74831b257f668f0', 'be2eb2c38ba460ff965c4f08a91322c1f697602f7642aa3e5c2915db6bdb043a', '2b3713fb9a199bc2c3c732ba53cdf090e774247271ef912ae5f62d25d2564756');
INSERT INTO audit (seq, at, staff, verb, object, id, body_hash, prev, hash) VALUES (14, 1795482000, 2, 'settle', 'request', 2, '657bc8658874dcb8c5d0d9b2e2aad0cf7be9042939d85d203bdd5ed15d349dbe', '2b3713fb9a199bc2c3c732ba53cdf090e774247271ef912ae5f62d25d2564756', 'b5bb785229c5269479ea8bc743dbcd7a93086e1849a61256c85872d0d87fd0f6');
INSERT INTO audit (seq, at, staff, verb, object, id, body_hash, prev, hash) VALUES (15, 1795482000, 2, 'read', 'request', 1, '58635a0532a78d993e36af1085dfa43ce90a50f20f5873c754f5adc7637d5a3d', 'b5bb785229c5269479ea8bc743dbcd7a93086e1849a61256c85872d0d87fd0f6', 'a1a3431f0ab89eecff726477880f2f92abb76e41ab516ef05a613ae6f52d6c12');
INSERT INTO audit (seq, at, staff, verb, object, id, body_hash, prev, hash) VALUES (16, 1795482000, 2, 'read', 'request', 2, '2639a69942b6fd88d05d459fcce51847d21d888ddc58e6065ce8fc7b70f56230', 'a1a3431f0ab89eecff726477880f2f92abb76e41ab516ef05a613ae6f52d6c12', 'a675e72b7b00b34a27772d42a1bb8ef2f4edfe5ea73df4ed3c0e7d98b6c02936');
INSERT INTO audit (seq, at, staff, verb, object, id, body_hash, prev, hash) VALUES (2, 1795482000, 3, 'policy', 'policy_version', 1, '05d5a4dfbe5a893188f61b49f69b95eb61b6f8370ccca568bae08343a7b2dcb8', '3cc7b89c51c6d6aeb89f85945e33909ed16ec3ec9d70dabb195712782c02b6c0', '459827c4e7c4b08c3c2e3c1659bc109d8b34ed4c986e8e20175151c23f5574d5');
INSERT INTO audit (seq, at, staff, verb, object, id, body_hash, prev, hash) VALUES (3, 1795482000, 2, 'take', 'request', 1, 'd29f2b81bb0beef2973faa1fd86226901ecbdc33d29eb9e308c3831d39dcd29d', '459827c4e7c4b08c3c2e3c1659bc109d8b34ed4c986e8e20175151c23f5574d5', '9be316de598f4b321acd3ade52cc695a4297751d15565ee8ce05b81758d1e774');
INSERT INTO audit (seq, at, staff, verb, object, id, body_hash, prev, hash) VALUES (4, 1795482000, 2, 'book', 'appointment', 1, '0846320ece2ee4b84471d2281f911182b609a885117841c7b52847d7ab904156', '9be316de598f4b321acd3ade52cc695a4297751d15565ee8ce05b81758d1e774', 'e6d78e5311baa7e3f35714dc369421ceca45a7a848a53a585244ac80d8a369ca');
INSERT INTO audit (seq, at, staff, verb, object, id, body_hash, prev, hash) VALUES (5, 1795482000, 2, 'drawer_open', 'drawer_day', 1, '65d518610b7d69052f7ed7568ea18fb30cac683553bc3bb59bb2fb0a701573ac', 'e6d78e5311baa7e3f35714dc369421ceca45a7a848a53a585244ac80d8a369ca', 'fa6ff3cb50feb075510271740723b81882e98ebcc558ce0295907431f6e5c634');
INSERT INTO audit (seq, at, staff, verb, object, id, body_hash, prev, hash) VALUES (6, 1795482000, 2, 'check_in', 'request', 1, '8b8161f10d0c18ded180586450c29ebae8b0c0ac5abc3c12b104973a4a4887ef', 'fa6ff3cb50feb075510271740723b81882e98ebcc558ce0295907431f6e5c634', '297d29aeb66538cb80ae788848219258e1cb4039db8b5571ef3ccd358aeb953f');
INSERT INTO audit (seq, at, staff, verb, object, id, body_hash, prev, hash) VALUES (7, 1795482000, 2, 'collect', 'payment', 1, 'e31ee7f28f5348dbc547a07e2d208c68574a263559ebcaa29aaa3fe42ab8ecd3', '297d29aeb66538cb80ae788848219258e1cb4039db8b5571ef3ccd358aeb953f', 'c106203c6d90350028c8cfadd3fca2889a2c5e5f207ddce70e10dfc8c1abf92a');
INSERT INTO audit (seq, at, staff, verb, object, id, body_hash, prev, hash) VALUES (8, 1795482000, 2, 'step', 'request', 1, '43236442e77ac82a76a68ae42013dae498112f2fa96d0671694304f864f33058', 'c106203c6d90350028c8cfadd3fca2889a2c5e5f207ddce70e10dfc8c1abf92a', 'a4bfb14a2bd0630361cc5121bfb965add9b14aef50201510d3df52e9658119be');
INSERT INTO audit (seq, at, staff, verb, object, id, body_hash, prev, hash) VALUES (9, 1795482000, 2, 'close', 'closing', 1, 'de5e810c4b42b85d4a3558db0cdf97b83287779b25f7994633c94d7c33d54cf2', 'a4bfb14a2bd0630361cc5121bfb965add9b14aef50201510d3df52e9658119be', 'b040b3ead7127414da48800fba86a65f179409d631723fbb22cf45de3bf119a0');
INSERT INTO audit_body (seq, salt, body) VALUES (1, '3175c8e34644f219fe59295e1bfd5cfb', '{"rows":[{"table":"counter","row":{"id":1,"number":1,"name_ja":"1番窓口","name_en":"Reception counter 1","floor_ja":"","floor_en":""}},{"table":"staff","row":{"id":2,"login":"nishikawa","name":"西川","active":1,"lang":"ja","created_at":1795482000,"rev":1,"roles":["booking","cashier","clerk"]}},{"table":"staff","row":{"id":3,"login":"sato","name":"佐藤","active":1,"lang":"ja","created_at":1795482000,"rev":1,"roles":["supervisor"]}},{"table":"staff","row":{"id":4,"login":"admin","name":"係","active":1,"lang":"ja","created_at":1795482000,"rev":1,"roles":["administrator"]}},{"table":"credential","row":{"id":2,"changed_at":1795482000,"must_change":0,"second_kind":null,"mark":"e2dc1e63d25cfa10f4a09f812ba6b0b2feccf08475e808843d03f8c6803a7b9b"}},{"table":"credential","row":{"id":3,"changed_at":1795482000,"must_change":0,"second_kind":null,"mark":"e2dc1e63d25cfa10f4a09f812ba6b0b2feccf08475e808843d03f8c6803a7b9b"}},{"table":"credential","row":{"id":4,"changed_at":1795482000,"must_change":0,"second_kind":null,"mark":"e2dc1e63d25cfa10f4a09f812ba6b0b2feccf08475e808843d03f8c6803a7b9b"}},{"table":"setting","row":{"id":1,"key":"cash.tolerance","value":"1000"}}]}');
INSERT INTO audit_body (seq, salt, body) VALUES (10, '4388e174b871a8ee19d68c52f5e73c40', '{"rows":[{"table":"closing_confirm","row":{"id":1,"closing":1,"by":3,"at":1795482000,"note":""}}]}');
INSERT INTO audit_body (seq, salt, body) VALUES (11, '5e35c807522d986a9d995ca95f888d3e', '{"rows":[{"table":"material","row":{"id":1,"request":1,"kind":"disc","what":"","pieces":1,"label":"26-0415-1","owner":"","destination":"visitor","received_on":"2026-11-10","at":1795482000,"by":2,"undone_at":null,"undone_by":null,"undone_why":""}},{"table":"material_move","row":{"id":1,"material":1,"origin":"desk","place":"visitor","pieces":1,"how":"","tracking":"","signed_by":"","day":"2026-11-24","at":1795482000,"by":2}}]}');
INSERT INTO audit_body (seq, salt, body) VALUES (12, 'd64e8ce9c585ff1d628863939ba7863a', '{"rows":[{"table":"override","row":{"id":1,"request":2,"rule":"litigation","reason":"x","at":1795482000,"day":"2026-11-24","by":2}},{"table":"override_answer","row":{"id":1,"override":1,"approved":1,"at":1795482000,"by":3}}]}');
INSERT INTO audit_body (seq, salt, body) VALUES (13, '90c0a31034ed7e179b8c5520b4ab170e', '{"rows":[{"table":"request","row":{"id":1,"counter":1,"year":2026,"number":415,"service":"in_person","policy":1,"patient":1,"inquiry":null,"received_on":"2026-11-10","received_via":"counter","complete_on":null,"created_at":1795482000,"created_by":2,"disease":"cancer","diagnosis":"","condition":"","told":"","questions":"","department":"any","wanted_doctor":"","wishes":"","bad_days":"","treatment_from":null,"referrer_institution":null,"referrer_doctor":null,"inpatient":"","referrer_agrees":"","patient_agrees":"","purposes":"","patient_may_know":"","patient_voicemail":"","patient_name_hospital":"","other_name":"","other_relation":"","other_phone":"","other_may_know":"","other_voicemail":"","other_name_hospital":"","call_hours":"","careful":0,"careful_why":"","applicant_kind":"","applicant_name":"","patient_attends":"yes","patient_capable":"","lang":"ja","memo":"","ended":"","ended_on":null,"next_action":"papers request","next_due":null,"op_key":"req-1","rev":1}}]}');
INSERT INTO audit_body (seq, salt, body) VALUES (14, 'f8f51e925e00c4e0f3e3caf6d331b191', '{"rows":[{"table":"request","row":{"id":2,"counter":1,"year":2026,"number":416,"service":"in_person","policy":1,"patient":2,"inquiry":null,"received_on":"2026-11-10","received_via":"counter","complete_on":null,"created_at":1795482000,"created_by":2,"disease":"cancer","diagnosis":"","condition":"","told":"","questions":"","department":"any","wanted_doctor":"","wishes":"","bad_days":"","treatment_from":null,"referrer_institution":null,"referrer_doctor":null,"inpatient":"","referrer_agrees":"","patient_agrees":"","purposes":"","patient_may_know":"","patient_voicemail":"","patient_name_hospital":"","other_name":"","other_relation":"","other_phone":"","other_may_know":"","other_voicemail":"","other_name_hospital":"","call_hours":"","careful":0,"careful_why":"","applicant_kind":"","applicant_name":"","patient_attends":"yes","patient_capable":"","lang":"ja","memo":"","ended":"","ended_on":null,"next_action":"papers request","next_due":null,"op_key":"req-2","rev":1}}]}');
INSERT INTO audit_body (seq, salt, body) VALUES (15, '3a7af18debeb9072ac37020812e4eeda', '{}');
INSERT INTO audit_body (seq, salt, body) VALUES (16, '84978333041b9ff63542d958d0b1224e', '{}');
INSERT INTO audit_body (seq, salt, body) VALUES (2, '07661bb55df98df765ffb10bb40f74a2', '{"rows":[{"table":"policy_version","row":{"id":1,"policy":"omu","sha256":"46571d4803a7c86953667983808f51861fed41d446b81eb53846616fc34cb1d4","valid_from":"2019-10-01","switched_on":1795482000,"switched_by":3}}]}');
INSERT INTO audit_body (seq, salt, body) VALUES (3, 'c1cb5c8c00076de2c0c4405860a22711', '{"rows":[{"table":"person","row":{"id":1,"patient_no":null,"name":"髙﨑 花子","kana":"タカサキ ハナコ","romaji":"","birth":"1958-03-04","sex":"unknown","postal":"","address":"","phone":"06-6645-2121","phone2":"","email":"","nationality":"","lang":"ja","interpreter":"","search_name":"高崎花子","search_kana":"タカサキハナコ","search_phone":"0666452121","created_at":1795482000,"rev":1}},{"table":"person","row":{"id":2,"patient_no":null,"name":"𠮷田 一郎","kana":"ヨシダ イチロウ","romaji":"","birth":"1960-01-01","sex":"unknown","postal":"","address":"","phone":"","phone2":"","email":"","nationality":"","lang":"ja","interpreter":"","search_name":"吉田一郎","search_kana":"ヨシダイチロウ","search_phone":"","created_at":1795482000,"rev":1}},{"table":"specialist","row":{"id":1,"name":"中村","kana":"","name_en":"","department":"any","active":1,"rev":1}},{"table":"specialist","row":{"id":2,"name":"山本","kana":"","name_en":"","department":"any","active":1,"rev":1}},{"table":"room","row":{"id":1,"name_ja":"相談室1","name_en":"Room 1","floor_ja":"","floor_en":"","active":1}},{"table":"request","row":{"id":1,"counter":1,"year":2026,"number":415,"service":"in_person","policy":1,"patient":1,"inquiry":null,"received_on":"2026-11-10","received_via":"counter","complete_on":null,"created_at":1795482000,"created_by":2,"disease":"cancer","diagnosis":"","condition":"","told":"","questions":"","department":"any","wanted_doctor":"","wishes":"","bad_days":"","treatment_from":null,"referrer_institution":null,"referrer_doctor":null,"inpatient":"","referrer_agrees":"","patient_agrees":"","purposes":"","patient_may_know":"","patient_voicemail":"","patient_name_hospital":"","other_name":"","other_relation":"","other_phone":"","other_may_know":"","other_voicemail":"","other_name_hospital":"","call_hours":"","careful":0,"careful_why":"","applicant_kind":"","applicant_name":"","patient_attends":"yes","patient_capable":"","lang":"ja","memo":"","ended":"","ended_on":null,"next_action":"","next_due":null,"op_key":"req-1","rev":1}},{"table":"request","row":{"id":2,"counter":1,"year":2026,"number":416,"service":"in_person","policy":1,"patient":2,"inquiry":null,"received_on":"2026-11-10","received_via":"counter","complete_on":null,"created_at":1795482000,"created_by":2,"disease":"cancer","diagnosis":"","condition":"","told":"","questions":"","department":"any","wanted_doctor":"","wishes":"","bad_days":"","treatment_from":null,"referrer_institution":null,"referrer_doctor":null,"inpatient":"","referrer_agrees":"","patient_agrees":"","purposes":"","patient_may_know":"","patient_voicemail":"","patient_name_hospital":"","other_name":"","other_relation":"","other_phone":"","other_may_know":"","other_voicemail":"","other_name_hospital":"","call_hours":"","careful":0,"careful_why":"","applicant_kind":"","applicant_name":"","patient_attends":"yes","patient_capable":"","lang":"ja","memo":"","ended":"","ended_on":null,"next_action":"","next_due":null,"op_key":"req-2","rev":1}},{"table":"attendee","row":{"id":1,"request":1,"kind":"patient","name":"髙﨑 花子","kana":"","relation":"","phone":"","came":"","removed":0,"rev":1}}]}');
INSERT INTO audit_body (seq, salt, body) VALUES (4, '470916358012d9c4a5f9c0a34dc96e95', '{"rows":[{"table":"appointment","row":{"id":1,"request":1,"specialist":1,"day":"2026-11-24","start_min":600,"minutes":60,"room":1,"place":"","come_min":null,"state":"booked","held_until":null,"moved_from":null,"reason":"","told_on":null,"told_how":"","at":1795482000,"by":2,"ended_at":null,"ended_by":null,"op_key":"app-1","rev":1}}]}');
INSERT INTO audit_body (seq, salt, body) VALUES (5, '51209d4de233b4ca38500b25d4805a3f', '{"rows":[{"table":"drawer_day","row":{"id":1,"counter":1,"drawer":1,"day":"2026-11-24","float_yen":50000,"opened_at":1795482000,"opened_by":2}}]}');
INSERT INTO audit_body (seq, salt, body) VALUES (6, 'c2057530641f0f9b77048cc3ef115dd7', '{"rows":[{"table":"appointment","row":{"id":1,"request":1,"specialist":1,"day":"2026-11-24","start_min":600,"minutes":60,"room":1,"place":"","come_min":null,"state":"arrived","held_until":null,"moved_from":null,"reason":"","told_on":null,"told_how":"","at":1795482000,"by":2,"ended_at":null,"ended_by":null,"op_key":"app-1","rev":2}},{"table":"visit","row":{"id":1,"request":1,"appointment":1,"day":"2026-11-24","call_number":101,"arrived_at":1795482000,"arrived_by":2,"patient_came":"yes","started_at":null,"started_by":null,"ended_at":null,"ended_by":null,"undone_at":null,"undone_by":null,"undone_why":"","rev":1}},{"table":"charge","row":{"id":1,"request":1,"item":"セカンドオピニオン料","item_en":"Second opinion","quantity":1,"unit_yen":33000,"yen":33000,"tax_percent":10,"tax_yen":3000,"rule":"consultation","policy":1,"payer":"patient","void_of":null,"reason":"","at":1795482000,"by":2}}]}');
INSERT INTO audit_body (seq, salt, body) VALUES (7, '948c95299c0675f5a92664ddd3a9c810', '{"rows":[{"table":"payment","row":{"id":1,"counter":1,"drawer":1,"request":1,"kind":"collect","method":"cash","yen":33000,"tendered":40000,"change":7000,"slip":"","other_kind":"","paid_on":"2026-11-24","business_day":"2026-11-24","payer":"patient","payer_name":"","refund_of":null,"original":"","reason":"","at":1795482000,"by":2,"approved_by":null,"op_key":"pay-1"}},{"table":"receipt","row":{"id":1,"counter":1,"year":2026,"number":1,"payment":1,"lang":"ja","addressee":"髙﨑 花子","registration":""}}]}');
INSERT INTO audit_body (seq, salt, body) VALUES (8, '7788d82a117343b3a977ec0fdd7ddace', '{"rows":[{"table":"step","row":{"id":1,"request":1,"step":"payment","kind":"done","day":"2026-11-24","at":1795482000,"by":2,"reason":""}}]}');
INSERT INTO audit_body (seq, salt, body) VALUES (9, '2ba3d27dbaabce1ad0a359cbe4095bcd', '{"rows":[{"table":"cash_count","row":{"id":1,"counter":1,"drawer":1,"day":"2026-11-24","purpose":"close","at":1795482000,"by":2,"pieces":{"1000":3,"10000":8}}},{"table":"closing","row":{"id":1,"counter":1,"drawer":1,"day":"2026-11-24","seq":1,"float_yen":50000,"expected_cash":83000,"counted_cash":83000,"cash_count":1,"difference":0,"cash_total":33000,"card_total":0,"transfer_total":0,"other_total":0,"outside_total":0,"card_counted":0,"perpetual_before":0,"perpetual_after":33000,"deposit":33000,"bag":"","treasury":"","treasury_person":"","next_float":50000,"reason":"","first_receipt":"","last_receipt":"","open_items":"{}","at":1795482000,"by":2,"audit_seq":8,"audit_hash":"a4bfb14a2bd0630361cc5121bfb965add9b14aef50201510d3df52e9658119be"}}]}');
