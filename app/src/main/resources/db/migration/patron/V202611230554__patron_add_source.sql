-- a file read at an address is read again from there
alter table patron.brought_file
  add column source text,
  add constraint brought_file_source_short check (length(source) <= 600);

-- each file or address that somebody brought, for a limit a day
create table patron.bringing (
  id bigint generated always as identity primary key,
  address_block text not null,
  at timestamptz not null,
  constraint bringing_block_short check (length(address_block) <= 60)
);
create index bringing_by_block on patron.bringing (address_block, at);
create index bringing_by_time on patron.bringing (at);
