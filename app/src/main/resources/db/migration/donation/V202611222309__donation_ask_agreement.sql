-- money given to a chosen line never leaves it without the donor's recorded yes: what donors were asked, and what each said
create table donation.line_question (
  id             uuid primary key,
  association_id uuid        not null,
  campaign_id    uuid        not null,
  line_id        uuid        not null,
  to_line        uuid,
  reason         text        not null,
  role           text        not null,
  author         uuid        not null,
  asked_on       date        not null,
  asked_at       timestamptz not null,
  constraint line_question_has_a_reason check (reason <> ''),
  constraint line_question_moves_somewhere check (to_line is distinct from line_id)
);

create index line_question_of_campaign on donation.line_question (campaign_id, asked_at desc);

create table donation.line_answer (
  question    uuid   not null references donation.line_question,
  donation_id uuid   not null references donation.donation,
  answer      text   not null,
  answered_on date,
  moved_cents bigint,
  primary key (question, donation_id),
  constraint line_answer_is_known check (answer in ('WAITING', 'YES', 'NO')),
  constraint line_answer_has_its_day check ((answer = 'WAITING') = (answered_on is null)),
  constraint line_answer_moves_by_a_yes check ((answer = 'YES') = (moved_cents is not null))
);

create index line_answer_of_donation on donation.line_answer (donation_id);
