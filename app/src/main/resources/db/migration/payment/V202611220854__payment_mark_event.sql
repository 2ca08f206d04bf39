-- what became of an event; none as long as it waits. "Not ours": of another instance, another tool, or a type of no use
alter table payment.provider_event
  add column treated text,
  add constraint provider_event_end_is_known check (treated in ('TREATED', 'NOT_OURS', 'UNREADABLE'));

-- the simulated provider also remembers what goes back; ids as its own dashboard would show them
create table payment.simulated_refund (
  id          text primary key,
  session_id  text        not null references payment.simulated_session,
  cents       bigint      not null,
  state       text        not null,
  -- none for one made in its dashboard
  key         text,
  refund_id   uuid,
  taken_at    timestamptz not null,
  returned_at timestamptz,
  constraint simulated_refund_state_is_known check (state in ('succeeded', 'failed')),
  constraint simulated_refund_is_positive check (cents > 0),
  constraint simulated_refund_key_is_used_once unique (key)
);

create index simulated_refund_by_session on payment.simulated_refund (session_id);

create table payment.simulated_dispute (
  id             text primary key,
  session_id     text        not null references payment.simulated_session,
  cents          bigint      not null,
  fee_cents      bigint      not null,
  state          text        not null,
  withdrawn_at   timestamptz,
  reinstated_at  timestamptz,
  fee_back_cents bigint      not null default 0,
  constraint simulated_dispute_state_is_known check (state in ('WARNING', 'OPEN', 'WON', 'LOST', 'PREVENTED', 'CLOSED'))
);
