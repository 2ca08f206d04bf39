create schema transparency;

-- the journal of a campaign: its name for ever, and the size of its tree
create table transparency.journal (
  campaign uuid primary key,
  origin   text   not null unique,
  next_seq bigint not null default 0,
  constraint journal_size_is_no_debt check (next_seq >= 0)
);

-- bytes: the canonical JSON that is published; the source stays out of it
create table transparency.leaf (
  campaign    uuid   not null references transparency.journal,
  seq         bigint not null,
  bytes       bytea  not null,
  hash        bytea  not null,
  source_kind text   not null,
  source_id   uuid   not null,
  purpose     text   not null,
  primary key (campaign, seq),
  constraint leaf_stands_once_for_its_source unique (campaign, source_kind, source_id, purpose),
  constraint leaf_has_a_place check (seq >= 0),
  constraint leaf_hash_is_its_own check (hash = sha256('\x00'::bytea || bytes))
);

-- names and free texts a leaf vouches for: erasing deletes the row, the leaf stays true
create table transparency.commitment_text (
  campaign uuid   not null,
  seq      bigint not null,
  name     text   not null,
  random   bytea  not null,
  text     text   not null,
  primary key (campaign, seq, name),
  foreign key (campaign, seq) references transparency.leaf,
  constraint commitment_has_32_random_bytes check (octet_length(random) = 32)
);

create function transparency.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is refused: %.% is append-only', tg_op, tg_table_schema, tg_table_name
    using errcode = 'restrict_violation';
end $$;

create trigger leaf_never_changes before update or delete on transparency.leaf
  for each row execute function transparency.refuse_change();
create trigger leaf_is_never_emptied before truncate on transparency.leaf
  for each statement execute function transparency.refuse_change();

create trigger journal_is_never_deleted before delete on transparency.journal
  for each row execute function transparency.refuse_change();
create trigger journal_is_never_emptied before truncate on transparency.journal
  for each statement execute function transparency.refuse_change();
create trigger journal_only_grows before update on transparency.journal
  for each row
  when (new.campaign <> old.campaign or new.origin <> old.origin or new.next_seq < old.next_seq)
  execute function transparency.refuse_change();

create trigger commitment_text_never_changes before update on transparency.commitment_text
  for each row execute function transparency.refuse_change();
