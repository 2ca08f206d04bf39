create schema patron;

-- files of evidence that somebody brought to a comparison: public facts, kept for a month so that the comparison has an address
create table patron.brought_file (
  token_hash bytea primary key,
  file bytea not null,
  brought_at timestamptz not null,
  constraint brought_file_small check (length(file) <= 1048576)
);
create index brought_file_by_day on patron.brought_file (brought_at);
