-- what the pages of a journal choose by, read out of the leaf when it is written; the leaf itself is what counts
create table transparency.entry (
  campaign uuid   not null,
  seq      bigint not null,
  kind     text   not null,
  day      date   not null,
  month    int    not null,
  cents    bigint,
  line     text,
  band     smallint,
  primary key (campaign, seq),
  foreign key (campaign, seq) references transparency.leaf
);

-- how large an amount is: 1 below 20, 2 below 50, 3 below 100, 4 below 500, 5 below 2,000, 6 above
create function transparency.band(cents bigint) returns smallint language sql immutable as $$
  select (case when abs(cents) < 2000 then 1 when abs(cents) < 5000 then 2 when abs(cents) < 10000 then 3
    when abs(cents) < 50000 then 4 when abs(cents) < 200000 then 5 else 6 end)::smallint
$$;

insert into transparency.entry (campaign, seq, kind, day, month, cents, line, band)
select campaign, seq, told ->> 'kind', (told ->> 'day')::date,
  (extract(year from (told ->> 'day')::date) * 100 + extract(month from (told ->> 'day')::date))::int,
  (told ->> 'cents')::bigint, told ->> 'line',
  case when told ? 'cents' then transparency.band((told ->> 'cents')::bigint) end
from (select campaign, seq, convert_from(bytes, 'UTF8')::jsonb as told from transparency.leaf) leaf;

-- one way a page may choose: each in the order of the journal
create index entry_by_kind on transparency.entry (campaign, kind, seq);
create index entry_by_month on transparency.entry (campaign, month, seq);
create index entry_by_line on transparency.entry (campaign, line, seq) where line is not null;
create index entry_by_band on transparency.entry (campaign, band, seq) where band is not null;

-- the inner nodes of the tree (RFC 6962) whose leaves all stand: they never change; leaves are their level 0
create table transparency.node (
  campaign uuid     not null references transparency.journal,
  level    smallint not null,
  place    bigint   not null,
  hash     bytea    not null,
  primary key (campaign, level, place),
  constraint node_is_an_inner_one check (level > 0 and place >= 0),
  constraint node_hash_has_32_bytes check (octet_length(hash) = 32)
);

-- journals of before have their tree grown here, once, level by level
do $$
declare
  height smallint := 0;
  made bigint;
begin
  loop
    insert into transparency.node (campaign, level, place, hash)
    select l.campaign, (height + 1)::smallint, l.place / 2, sha256('\x01'::bytea || l.hash || r.hash)
    from (select campaign, seq as place, hash from transparency.leaf where height = 0
          union all select campaign, place, hash from transparency.node where level = height and height > 0) l
    join (select campaign, seq as place, hash from transparency.leaf where height = 0
          union all select campaign, place, hash from transparency.node where level = height and height > 0) r
      on r.campaign = l.campaign and r.place = l.place + 1
    where l.place % 2 = 0;
    get diagnostics made = row_count;
    exit when made = 0;
    height := height + 1;
  end loop;
end $$;

-- edge: the hashes of the whole subtrees that the tree is made of, the largest first
alter table transparency.journal add column edge bytea not null default '';

update transparency.journal journal set edge = coalesce((
  select string_agg(coalesce(node.hash, leaf.hash), ''::bytea order by bit.level desc)
  from generate_series(0, 52) as bit(level)
  left join transparency.node node on node.campaign = journal.campaign and node.level = bit.level
    and node.place = (journal.next_seq >> bit.level) - 1
  left join transparency.leaf leaf on bit.level = 0 and leaf.campaign = journal.campaign
    and leaf.seq = journal.next_seq - 1
  where (journal.next_seq >> bit.level) & 1 = 1), '');

alter table transparency.journal
  add constraint journal_edge_is_that_of_its_size check (octet_length(edge) = 32 * bit_count(next_seq::bit(64)));

-- the instance's keys, one after the other; the private half is sealed under a key derived from the secret
create table transparency.signing_key (
  number     int         primary key,
  public_key bytea       not null,
  sealed     bytea       not null,
  made_at    timestamptz not null,
  constraint signing_key_counts_from_one check (number > 0),
  constraint signing_key_has_32_bytes check (octet_length(public_key) = 32)
);

-- the last head that was signed of each journal: a later one must extend it
create table transparency.checkpoint (
  campaign   uuid        primary key references transparency.journal,
  origin     text        not null,
  size       bigint      not null,
  root       bytea       not null,
  note       text        not null,
  key_number int         not null references transparency.signing_key,
  signed_at  timestamptz not null,
  constraint checkpoint_root_has_32_bytes check (octet_length(root) = 32)
);

create trigger entry_never_changes before update or delete on transparency.entry
  for each row execute function transparency.refuse_change();
create trigger entry_is_never_emptied before truncate on transparency.entry
  for each statement execute function transparency.refuse_change();
create trigger node_never_changes before update or delete on transparency.node
  for each row execute function transparency.refuse_change();
create trigger node_is_never_emptied before truncate on transparency.node
  for each statement execute function transparency.refuse_change();
create trigger signing_key_never_changes before update or delete on transparency.signing_key
  for each row execute function transparency.refuse_change();
create trigger checkpoint_is_never_deleted before delete on transparency.checkpoint
  for each row execute function transparency.refuse_change();
create trigger checkpoint_never_shrinks before update on transparency.checkpoint
  for each row when (new.campaign <> old.campaign or new.size < old.size and new.origin = old.origin
    or new.size = old.size and new.root <> old.root and new.origin = old.origin)
  execute function transparency.refuse_change();

-- a restored backup may be behind what was signed: its journals go on as new trees, which say where they leave the old
create table transparency.earlier_tree (
  campaign uuid   not null references transparency.journal,
  number   int    not null,
  origin   text   not null unique,
  size     bigint not null,
  root     bytea  not null,
  primary key (campaign, number),
  constraint earlier_tree_root_has_32_bytes check (octet_length(root) = 32)
);
create trigger earlier_tree_never_changes before update or delete on transparency.earlier_tree
  for each row execute function transparency.refuse_change();

-- the name of a journal changes in that one case, and says so
drop trigger journal_only_grows on transparency.journal;
alter table transparency.journal add column tree int not null default 1;
create trigger journal_only_grows before update on transparency.journal
  for each row
  when (new.campaign <> old.campaign or new.next_seq < old.next_seq
    or new.next_seq = old.next_seq and new.edge <> old.edge
    or new.tree not in (old.tree, old.tree + 1)
    or new.tree = old.tree and new.origin <> old.origin
    or new.tree <> old.tree and new.origin <> regexp_replace(old.origin, '/[0-9]+$', '') || '/' || new.tree)
  execute function transparency.refuse_change();
