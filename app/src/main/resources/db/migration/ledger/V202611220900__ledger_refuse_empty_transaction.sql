-- A transaction and its entries are written by one statement: AFTER triggers of a statement fire when all of it is done,
-- so this one sees the entries that a WITH … INSERT brings along. A deferred trigger would see more, at twice the price.
create function ledger.refuse_empty() returns trigger language plpgsql as $$
begin
  if exists (select 1 from posted
             where not exists (select 1 from ledger.entry where entry.transaction_id = posted.id)) then
    raise exception 'a transaction is posted with its entries, by one statement'
      using errcode = 'check_violation', constraint = 'transaction_has_entries';
  end if;
  return null;
end $$;

create trigger transaction_has_entries after insert on ledger.transaction
  referencing new table as posted for each statement execute function ledger.refuse_empty();

alter table ledger.entry
  add constraint entry_currency_is_a_code check (currency ~ '^[A-Z]{3}$');
alter table ledger.transaction
  add constraint transaction_says_what_it_is
    check (journal <> '' and source_kind <> '' and purpose <> '' and label_code <> '');
