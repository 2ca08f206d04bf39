-- The proofs of expenses and of the versions they correct. One proves its expense while anyone can look at it: a public
-- copy that is shown, or a signed statement; one of an earlier version, as long as the expense is not more than that was.
create function transparency.proofs_of(expenses uuid[])
returns table (expense uuid, proof uuid, earlier boolean, proves boolean)
language sql stable as $$
  with recursive version as (
    select id as standing, id, replaces from transparency.expense where id = any(expenses)
    union all
    select version.standing, former.id, former.replaces
    from version join transparency.expense former on former.id = version.replaces)
  select version.standing, proof.id, version.id <> version.standing,
    proof.state = 'PUBLISHED' and (proof.copy_file is not null or proof.statement <> '')
      and (version.id = version.standing
        or (select sum(cents) from transparency.expense_part where expense_part.expense = version.id)
          >= (select sum(cents) from transparency.expense_part where expense_part.expense = version.standing))
  from version join transparency.proof proof on proof.expense = version.id
$$;
