-- a refund made in the provider's dashboard was not asked for here: it has neither operation nor key
alter table payment.refund
  alter column idempotency_key drop not null,
  add column operation       uuid,
  -- the first call out: after it the provider may know of the refund, whatever it answered
  add column called_at       timestamptz,
  -- what was told of it, each once: it left our balance, it came back, it ended without having left
  add column taken_at        timestamptz,
  add column fee_back_cents  bigint      not null default 0,
  add column returned_at     timestamptz,
  add column refused_at      timestamptz,
  add column failure         text,
  add constraint refund_operation_is_done_once unique (operation),
  add constraint refund_of_ours_has_a_key check ((operation is null) = (idempotency_key is null)),
  add constraint refund_returns_what_was_taken check (returned_at is null or taken_at is not null),
  add constraint refund_refused_was_never_taken check (refused_at is null or taken_at is null);

create index refund_unanswered on payment.refund (created_at) where state in ('REQUESTED', 'PENDING');

-- withdrawn and reinstated are two movements of our balance; a warning has none
alter table payment.dispute
  add column reason           text,
  add column withdrawn_cents  bigint      not null default 0,
  add column fee_cents        bigint      not null default 0,
  add column withdrawn_at     timestamptz,
  add column reinstated_cents bigint      not null default 0,
  add column fee_back_cents   bigint      not null default 0,
  add column reinstated_at    timestamptz,
  add column lost_cents       bigint      not null default 0,
  add column lost_at          timestamptz,
  add constraint dispute_gives_back_what_it_took check (reinstated_at is null or withdrawn_at is not null),
  add constraint dispute_loses_what_it_took check (lost_at is null or withdrawn_at is not null);

create index dispute_undecided on payment.dispute (created_at) where state in ('WARNING', 'OPEN');
