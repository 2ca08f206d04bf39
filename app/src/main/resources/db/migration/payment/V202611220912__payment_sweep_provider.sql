-- when the provider took its fee: the day it is booked on
alter table payment.payment add column fee_at timestamptz;
update payment.payment set fee_at = coalesce(paid_at, changed_at) where fee_cents is not null;

-- what the sweep asks about, oldest first
create index payment_unfinished on payment.payment (created_at, id) where ended_at is null;

-- how far the sweep is with each account; one run at a time over all instances
create table payment.sweep (
  provider        text        not null,
  account         text        not null,
  held_until      timestamptz,
  started_at      timestamptz,
  -- open payments up to here were read in this round; none between rounds
  payments_at     timestamptz,
  payments_id     uuid,
  -- the list of undelivered events was read down to this one; none between rounds
  events_after    text,
  -- movements of the balance before this are all taken in
  movements_to    timestamptz,
  -- the part of the list that is being read, and down to which one it was
  window_from     timestamptz,
  window_to       timestamptz,
  movements_after text,
  -- since then the books were equal to the balance once: what lay on the account before is booked
  compared_at     timestamptz,
  primary key (provider, account)
);

-- money on its way from the provider to the bank; what came back is negative
create table payment.payout (
  id          uuid primary key,
  provider    text        not null,
  account     text        not null,
  movement    text        not null,
  provider_id text,
  cents       bigint      not null,
  fee_cents   bigint      not null,
  currency    char(3)     not null,
  moved_at    timestamptz not null,
  constraint payout_is_known_once unique (movement)
);

-- movements on the account that no payment, refund or dispute of this instance made
create table payment.foreign_movement (
  id        uuid primary key,
  provider  text        not null,
  account   text        not null,
  movement  text        not null,
  category  text        not null,
  -- of another instance of Tremplin; none for another tool or the provider itself
  instance  text,
  cents     bigint      not null,
  fee_cents bigint      not null,
  currency  char(3)     not null,
  moved_at  timestamptz not null,
  constraint foreign_movement_is_known_once unique (movement)
);

-- the simulated provider remembers when money came, and what it paid out
alter table payment.simulated_session add column paid_at timestamptz;
update payment.simulated_session set paid_at = created_at where state = 'paid';

create table payment.simulated_payout (
  id      text primary key,
  cents   bigint      not null,
  paid_at timestamptz not null,
  constraint simulated_payout_is_positive check (cents > 0)
);
