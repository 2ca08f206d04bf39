-- a provider may withdraw and reinstate more than once for one dispute: what came after the first of each is a row
create table payment.dispute_moved (
  id              uuid primary key,
  dispute_id      uuid        not null references payment.dispute,
  payment_id      uuid        not null references payment.payment,
  -- the loss that is none any more, a dispute's or a row's of this table, and how much it was
  undoes          uuid,
  undone_cents    bigint      not null,
  lost_cents      bigint      not null,
  withdrawn_cents bigint      not null,
  fee_cents       bigint      not null,
  currency        char(3)     not null,
  moved_at        timestamptz not null,
  constraint dispute_moved_undoes_a_loss_once unique (undoes),
  constraint dispute_moved_undoes_what_was_lost check ((undoes is null) = (undone_cents = 0) and undone_cents >= 0),
  constraint dispute_moved_loses_nothing_negative check (lost_cents >= 0),
  constraint dispute_moved_is_something
    check (undoes is not null or lost_cents <> 0 or withdrawn_cents <> 0 or fee_cents <> 0)
);

create index dispute_moved_by_dispute on payment.dispute_moved (dispute_id);

alter table payment.dispute
  add column again_withdrawn_cents bigint not null default 0,
  add column gone_cents            bigint not null default 0,
  -- what tells the loss that counts now
  add column loss_id               uuid,
  -- an older word of the provider knows of fewer movements
  add column movements             int    not null default 0,
  add column heard_until           timestamptz;

update payment.dispute set
  gone_cents = lost_cents,
  loss_id = case when lost_at is not null then id end,
  movements = (withdrawn_at is not null)::int + (reinstated_at is not null)::int,
  heard_until = greatest(withdrawn_at, reinstated_at);
