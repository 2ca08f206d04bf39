-- What was approved stands in the books and in the public journal: its row keeps saying the same. It may still move
-- through its states, be paid, consume a quote that took the place of another; its texts may be taken away, never changed.
create function transparency.keep_approved_expense() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'an approved expense is never deleted' using errcode = 'restrict_violation';
  end if;
  if new.state in ('DRAFT', 'SUBMITTED', 'REFUSED')
    or (new.id, new.association_id, new.kind, new.version, new.day, new.currency, new.author, new.created_at,
        new.settles) is distinct from
       (old.id, old.association_id, old.kind, old.version, old.day, old.currency, old.author, old.created_at,
        old.settles)
    or (new.approver, new.decided_at, new.replaces) is distinct from (old.approver, old.decided_at, old.replaces)
    or new.supplier not in (old.supplier, '') or new.supplier_shown and not old.supplier_shown
    or new.purpose not in (old.purpose, '') or new.over_reason not in (old.over_reason, '')
    or new.reason not in (old.reason, '') or new.answer not in (old.answer, '')
    or old.forgotten and not new.forgotten then
    raise exception 'an approved expense never changes: correct it by another one' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

create trigger expense_stays_as_approved before update or delete on transparency.expense
  for each row when (old.state in ('APPROVED', 'PAID', 'AMENDED', 'REVERSED'))
  execute function transparency.keep_approved_expense();

create function transparency.keep_approved_part() returns trigger language plpgsql as $$
begin
  if exists (select from transparency.expense
    where id in (case when tg_op <> 'INSERT' then old.expense end, case when tg_op <> 'DELETE' then new.expense end)
      and state in ('APPROVED', 'PAID', 'AMENDED', 'REVERSED')) then
    raise exception 'the lines of an approved expense never change' using errcode = 'restrict_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;

create trigger expense_part_stays_as_approved before insert or update or delete on transparency.expense_part
  for each row execute function transparency.keep_approved_part();
