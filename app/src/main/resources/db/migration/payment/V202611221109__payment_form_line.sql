-- how many payments may be started now at one account of the provider; one row per account, on the database's clock, so
-- that several instances share it
create table payment.start_bucket (
  provider     text             not null,
  account      text             not null,
  tokens       double precision not null,
  filled_at    timestamptz      not null,
  -- share of the full rate since the provider said too many; it climbs back
  pace         double precision not null default 1,
  halved_at    timestamptz,
  closed_until timestamptz,
  primary key (provider, account),
  constraint start_bucket_owes_nothing check (tokens >= 0),
  constraint start_bucket_pace_is_a_share check (pace > 0 and pace <= 1)
);

create sequence payment.arrival;

-- donors who wait for their payment page, in order of arrival; a row is deleted once its page is there
create table payment.start_line (
  subject       uuid primary key,
  payment_id    uuid        not null references payment.payment,
  provider      text        not null,
  account       text        not null,
  arrival       bigint      not null,
  -- how many waited before it when it came
  ahead         bigint      not null,
  state         text        not null default 'WAITING',
  -- what the payer will see at the provider, his address among it: gone with the row
  words         jsonb       not null,
  joined_at     timestamptz not null default now(),
  seen_at       timestamptz not null default now(),
  tries         int         not null default 0,
  not_before    timestamptz,
  claimed_until timestamptz,
  constraint start_line_state_is_known check (state in ('WAITING', 'DOWN', 'REFUSED'))
) with (fillfactor = 70);

create index start_line_waiting on payment.start_line (provider, account, arrival) where state = 'WAITING';
create index start_line_by_age on payment.start_line (joined_at);
