-- what left again of gifts: rows, never a state of the gift
create table donation.reversal (
  id          uuid primary key,
  kind        text        not null,
  donation_id uuid        not null references donation.donation,
  cents       bigint      not null,
  currency    char(3)     not null,
  day         date        not null,
  undone_on   date,
  recorded_at timestamptz not null,
  constraint reversal_kind_is_known check (kind in ('REFUND', 'DISPUTE')),
  constraint reversal_is_positive check (cents > 0),
  constraint reversal_is_in_euros check (currency = 'EUR')
);

create index reversal_by_donation on donation.reversal (donation_id);

-- which movements are in the books: heard again, they change nothing
create table donation.booked_movement (
  source    uuid        not null,
  purpose   text        not null,
  booked_at timestamptz not null,
  primary key (source, purpose)
);

-- a donor asks for the gift back; who keeps the money decides
create table donation.refund_request (
  id          uuid primary key,
  donation_id uuid        not null references donation.donation,
  state       text        not null,
  reason      text,
  asked_at    timestamptz not null,
  answer      text,
  answered_by uuid,
  answered_at timestamptz,
  constraint refund_request_state_is_known check (state in ('ASKED', 'GRANTED', 'DECLINED')),
  constraint refund_request_answer_has_a_date check ((state = 'ASKED') = (answered_at is null))
);

create unique index refund_request_is_open_once on donation.refund_request (donation_id) where state = 'ASKED';
create index refund_request_by_donation on donation.refund_request (donation_id);
