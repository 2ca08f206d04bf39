create schema donation;

create table donation.donation (
  id             uuid primary key,
  campaign_id    uuid        not null,
  association_id uuid        not null,
  edition        int         not null,
  state          text        not null,
  cents          bigint      not null,
  currency       char(3)     not null,
  line_id        uuid,
  language       text        not null,
  -- the donor: what a person may ask to erase stands here and nowhere append-only
  email          text        not null,
  first_name     text        not null,
  last_name      text        not null,
  public_name    boolean     not null,
  receipt        boolean     not null,
  street         text,
  postal_code    text,
  city           text,
  country        text,
  company        boolean     not null,
  company_name   text,
  siren          text,
  legal_form     text,
  message        text,
  dedication     text,
  news           boolean     not null,
  objection      boolean     not null,
  covers_fees    boolean     not null,
  -- by which the donor finds it, and by which a form sent twice is known
  token          text        not null,
  once_key       text,
  payment_id     uuid,
  settled_by     uuid,
  settled_at     timestamptz,
  settled_on     date,
  created_at     timestamptz not null,
  changed_at     timestamptz not null,
  constraint donation_state_is_known check (state in ('STARTED', 'PENDING', 'SETTLED', 'ABANDONED')),
  constraint donation_is_in_euros check (currency = 'EUR'),
  constraint donation_amount_is_bounded check (cents between 100 and 20000000),
  constraint donation_is_settled_by_a_payment
    check (state <> 'SETTLED' or (settled_by is not null and settled_at is not null and settled_on is not null)),
  constraint donation_token_is_unguessable unique (token),
  constraint donation_is_started_once unique (campaign_id, once_key),
  constraint donation_is_settled_once unique (settled_by)
);

create index donation_by_campaign on donation.donation (campaign_id, state);
create index donation_by_association on donation.donation (association_id, created_at desc, id desc);

-- what others may join
create view donation.campaign_gift as
select campaign_id,
       count(*) filter (where state = 'SETTLED')                           as gifts,
       coalesce(sum(cents) filter (where state = 'PENDING'), 0)::bigint    as pending_cents
from donation.donation
group by campaign_id;
