create schema payment;

create table payment.payment (
  id                  uuid primary key,
  provider            text        not null,
  account             text        not null,
  state               text        not null,
  cents               bigint      not null,
  currency            char(3)     not null,
  -- what is paid, in the words of whoever asked: this module does not look behind it
  subject             uuid        not null,
  idempotency_key     text        not null,
  session_id          text,
  session_url         text,
  intent_id           text,
  charge_id           text,
  balance_transaction text,
  fee_cents           bigint,
  paid_at             timestamptz,
  created_at          timestamptz not null,
  changed_at          timestamptz not null,
  constraint payment_state_is_known check (state in ('OPEN', 'PENDING', 'SUCCEEDED', 'FAILED', 'EXPIRED')),
  constraint payment_is_in_euros check (currency = 'EUR'),
  constraint payment_is_positive check (cents > 0),
  constraint payment_fee_is_not_negative check (fee_cents >= 0),
  constraint payment_key_is_used_once unique (idempotency_key),
  constraint payment_session_is_known_once unique (session_id),
  constraint payment_intent_is_known_once unique (intent_id),
  constraint payment_charge_is_known_once unique (charge_id)
);

create index payment_by_subject on payment.payment (subject);
create index payment_open on payment.payment (created_at) where state in ('OPEN', 'PENDING');

-- exactly as received: jsonb refuses some texts, and one such event would fail its neighbours
create table payment.provider_event (
  account     text        not null,
  event_id    text        not null,
  type        text        not null,
  payload     bytea       not null,
  received_at timestamptz not null,
  primary key (account, event_id),
  constraint provider_event_is_bounded check (octet_length(payload) <= 262144)
);

create table payment.refund (
  id              uuid primary key,
  payment_id      uuid        not null references payment.payment,
  state           text        not null,
  cents           bigint      not null,
  currency        char(3)     not null,
  provider_id     text,
  idempotency_key text        not null,
  created_at      timestamptz not null,
  changed_at      timestamptz not null,
  constraint refund_state_is_known check (state in ('REQUESTED', 'PENDING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
  constraint refund_is_positive check (cents > 0),
  constraint refund_key_is_used_once unique (idempotency_key),
  constraint refund_is_known_once unique (provider_id)
);

create index refund_by_payment on payment.refund (payment_id);

create table payment.dispute (
  id          uuid primary key,
  payment_id  uuid        not null references payment.payment,
  state       text        not null,
  cents       bigint      not null,
  currency    char(3)     not null,
  provider_id text        not null,
  created_at  timestamptz not null,
  changed_at  timestamptz not null,
  constraint dispute_state_is_known check (state in ('WARNING', 'OPEN', 'WON', 'LOST', 'PREVENTED', 'CLOSED')),
  constraint dispute_is_positive check (cents > 0),
  constraint dispute_is_known_once unique (provider_id)
);

create index dispute_by_payment on payment.dispute (payment_id);

-- what the simulated provider remembers; it stands for somebody else's database
create table payment.simulated_session (
  id          text primary key,
  payment_id  uuid        not null,
  cents       bigint      not null,
  state       text        not null,
  key         text        not null,
  success_url text        not null,
  cancel_url  text        not null,
  instance    text        not null,
  created_at  timestamptz not null,
  constraint simulated_state_is_known check (state in ('open', 'processing', 'paid', 'failed', 'expired')),
  constraint simulated_key_is_used_once unique (key)
);
