-- each restore of a backup: what was signed after the backup was made is unknown, so journals of before go on as trees
-- of another name
create table transparency.restored (
  number int         primary key,
  at     timestamptz not null,
  constraint restored_counts_from_one check (number > 0)
);
create trigger restored_never_changes before update or delete on transparency.restored
  for each row execute function transparency.refuse_change();

-- restored: the last restore the journal has taken up; first_key signed from its beginning, key signs now
alter table transparency.journal
  add column restored  int not null default 0,
  add column first_key int not null default 1,
  add column key       int not null default 1;

-- the name of a later tree says when the restore was, so that one backup restored twice makes two trees of two names
drop trigger journal_only_grows on transparency.journal;
create trigger journal_only_grows before update on transparency.journal
  for each row
  when (new.campaign <> old.campaign or new.next_seq < old.next_seq
    or new.next_seq = old.next_seq and new.edge <> old.edge
    or new.restored < old.restored or new.first_key <> old.first_key or new.key < old.key
    or new.tree not in (old.tree, old.tree + 1)
    or new.tree = old.tree and new.origin <> old.origin
    or new.tree <> old.tree and regexp_replace(new.origin, '-[0-9]{8}T[0-9]{6}Z$', '')
      <> regexp_replace(old.origin, '/[0-9]+-[0-9]{8}T[0-9]{6}Z$', '') || '/' || new.tree)
  execute function transparency.refuse_change();

-- when a campaign was made, as its id says (UUID version 7); of any other id nothing is known
create function transparency.made_at(id uuid) returns timestamptz language sql immutable as $$
  select case when substr(id::text, 15, 1) = '7' then to_timestamp(
    ('x' || lpad(left(replace(id::text, '-', ''), 12), 16, '0'))::bit(64)::bigint / 1000.0) end
$$;
