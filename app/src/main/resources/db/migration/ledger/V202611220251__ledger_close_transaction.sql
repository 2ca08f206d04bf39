-- A transaction is posted by one INSERT: each statement must bring all its lines, from 1 on, so that nothing can be
-- added to it later, not even what sums to zero.
create or replace function ledger.refuse_unbalanced() returns trigger language plpgsql as $$
begin
  if exists (select 1 from written group by transaction_id, currency having sum(cents) <> 0) then
    raise exception 'entries of a transaction must sum to zero' using errcode = 'check_violation', constraint = 'transaction_sums_to_zero';
  end if;
  if exists (select 1 from written group by transaction_id having min(line_no) <> 1 or max(line_no) <> count(*)) then
    raise exception 'a transaction is written whole' using errcode = 'check_violation', constraint = 'transaction_is_written_whole';
  end if;
  return null;
end $$;
