create schema ledger;

-- no personal data in either table: names are found through the source
create table ledger.transaction (
  id             uuid primary key,
  association_id uuid        not null,
  journal        text        not null,
  occurred_on    date        not null,
  recorded_at    timestamptz not null,
  source_kind    text        not null,
  source_id      uuid        not null,
  purpose        text        not null,
  label_code     text        not null,
  constraint transaction_is_posted_once unique (source_kind, source_id, purpose)
);

create index transaction_by_association on ledger.transaction (association_id, occurred_on, id);

create table ledger.entry (
  transaction_id    uuid    not null references ledger.transaction,
  line_no           int     not null,
  account           text    not null,
  cents             bigint  not null,
  currency          char(3) not null,
  campaign_id       uuid,
  budget_line_id    uuid,
  crod              text,
  public_generosity boolean not null,
  primary key (transaction_id, line_no),
  constraint entry_moves_money check (cents <> 0),
  constraint entry_account_is_of_the_chart check (account ~ '^[1-8][0-9]{2,7}$')
);

create index entry_by_campaign on ledger.entry (campaign_id, account);

-- kept by posting itself, recomputed by rebuild-totals
create table ledger.total (
  association_id uuid        not null,
  campaign_id    uuid,
  budget_line_id uuid,
  account        text        not null,
  currency       char(3)     not null,
  cents          bigint      not null,
  debits         bigint      not null,
  credits        bigint      not null,
  updated_at     timestamptz not null,
  constraint total_is_kept_once
    unique nulls not distinct (association_id, campaign_id, budget_line_id, account, currency)
);

create index total_by_campaign on ledger.total (campaign_id);

create function ledger.refuse_unbalanced() returns trigger language plpgsql as $$
begin
  if exists (select 1 from written group by transaction_id, currency having sum(cents) <> 0) then
    raise exception 'entries of a transaction must sum to zero' using errcode = 'check_violation', constraint = 'transaction_sums_to_zero';
  end if;
  return null;
end $$;

create trigger transaction_sums_to_zero after insert on ledger.entry
  referencing new table as written for each statement execute function ledger.refuse_unbalanced();

create function ledger.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the books are append-only: % of %.% refused', tg_op, tg_table_schema, tg_table_name
    using errcode = 'insufficient_privilege';
end $$;

create trigger transaction_is_append_only before update or delete on ledger.transaction
  for each row execute function ledger.refuse_change();
create trigger transaction_is_never_emptied before truncate on ledger.transaction
  for each statement execute function ledger.refuse_change();
create trigger entry_is_append_only before update or delete on ledger.entry
  for each row execute function ledger.refuse_change();
create trigger entry_is_never_emptied before truncate on ledger.entry
  for each statement execute function ledger.refuse_change();

-- what others may join: money received and fees by campaign
create view ledger.campaign_total as
select campaign_id,
       association_id,
       currency,
       coalesce(-sum(cents) filter (where account like '754%'), 0)::bigint  as received_cents,
       coalesce(sum(credits) filter (where account like '754%'), 0)::bigint as gifts,
       coalesce(sum(cents) filter (where account = '627'), 0)::bigint       as fees_cents,
       max(updated_at)                                                      as updated_at
from ledger.total
where campaign_id is not null
group by campaign_id, association_id, currency;

-- money given to a chosen line; the rest is shared at reading time
create view ledger.line_total as
select campaign_id,
       budget_line_id,
       currency,
       coalesce(-sum(cents) filter (where account like '754%'), 0)::bigint as received_cents,
       coalesce(sum(cents) filter (where account like '6%'), 0)::bigint    as spent_cents
from ledger.total
where campaign_id is not null and budget_line_id is not null
group by campaign_id, budget_line_id, currency;
