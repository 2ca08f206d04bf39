-- cheques, transfers and cash: announced by donors or entered by who keeps the money
alter table donation.donation add column means text not null default 'CARD',
  add constraint donation_means_is_known check (means in ('CARD', 'DEBIT', 'TRANSFER', 'CHEQUE', 'CASH'));

create table donation.offline_payment (
  id             uuid primary key,
  donation_id    uuid        not null references donation.donation,
  association_id uuid        not null,
  means          text        not null,
  state          text        not null,
  -- what the donor writes on it; none when it was entered as it came
  reference      text,
  expires_on     date,
  expires_at     timestamptz,
  received_on    date,
  deposited_on   date,
  cleared_on     date,
  rejected_on    date,
  entered_by     uuid,
  created_at     timestamptz not null,
  changed_at     timestamptz not null,
  constraint offline_payment_is_of_one_gift unique (donation_id),
  constraint offline_payment_reference_is_single unique (reference),
  constraint offline_payment_means_is_known check (means in ('TRANSFER', 'CHEQUE', 'CASH')),
  constraint offline_payment_state_is_known
    check (state in ('PROMISED', 'RECEIVED', 'DEPOSITED', 'CLEARED', 'REJECTED', 'EXPIRED', 'CANCELLED')),
  constraint offline_payment_promise_has_an_end
    check (state <> 'PROMISED' or num_nonnulls(reference, expires_on, expires_at) = 3),
  constraint offline_payment_came_on_a_day
    check (state in ('PROMISED', 'EXPIRED', 'CANCELLED') or received_on is not null)
);

create index offline_payment_by_association on donation.offline_payment (association_id, state);
create index offline_payment_by_end on donation.offline_payment (expires_at) where state = 'PROMISED';

-- a sheet sent twice is one
create table donation.offline_sheet (
  association_id uuid        not null,
  key            text        not null,
  gifts          int         not null,
  entered_by     uuid        not null,
  entered_at     timestamptz not null,
  primary key (association_id, key)
);

-- a cheque the bank refused, and money given back by hand
alter table donation.reversal drop constraint reversal_kind_is_known;
alter table donation.reversal add constraint reversal_kind_is_known
  check (kind in ('REFUND', 'DISPUTE', 'REJECTION', 'RETURN'));

-- what others may join: what waits for a bank, and apart from it what is only promised
create or replace view donation.campaign_gift as
select campaign_id,
       count(*) filter (where state = 'SETTLED')                                                       as gifts,
       coalesce(sum(cents) filter (where state = 'PENDING' and means in ('CARD', 'DEBIT')), 0)::bigint     as pending_cents,
       coalesce(sum(cents) filter (where state = 'PENDING' and means not in ('CARD', 'DEBIT')), 0)::bigint as promised_cents
from donation.donation
group by campaign_id;
