-- A month that is closed reads the same for ever: its transactions have their numbers, and what is posted to it later is
-- booked on the first day that is still open.
create table ledger.closing (
  association_id uuid        not null,
  month          date        not null,
  closed_at      timestamptz not null,
  closed_on      date        not null,
  -- numbers and names of the accounts as they were, by our own number
  accounts       jsonb       not null,
  primary key (association_id, month),
  constraint closing_is_of_a_month check (extract(day from month) = 1)
);

create table ledger.numbered (
  transaction_id uuid   primary key references ledger.transaction,
  association_id uuid   not null,
  number         bigint not null,
  booked_on      date   not null,
  constraint numbered_once unique (association_id, number),
  constraint numbered_from_one check (number > 0)
);

create index numbered_by_day on ledger.numbered (association_id, booked_on, number);

-- in order and without a gap: a row, never a sequence
create table ledger.counter (
  association_id uuid   primary key,
  last_number    bigint not null,
  closed_through date
);

-- how an association numbers and names an account of ours
create table ledger.chart (
  association_id uuid not null,
  account        text not null,
  number         text not null,
  label          text not null,
  primary key (association_id, account),
  constraint chart_number_is_of_the_chart check (number ~ '^[1-8][0-9]{2}[0-9A-Z]{0,9}$'),
  constraint chart_label_is_short check (length(label) between 1 and 80)
);

create trigger closing_is_append_only before update or delete on ledger.closing
  for each row execute function ledger.refuse_change();
create trigger closing_is_never_emptied before truncate on ledger.closing
  for each statement execute function ledger.refuse_change();
create trigger numbered_is_append_only before update or delete on ledger.numbered
  for each row execute function ledger.refuse_change();
create trigger numbered_is_never_emptied before truncate on ledger.numbered
  for each statement execute function ledger.refuse_change();
