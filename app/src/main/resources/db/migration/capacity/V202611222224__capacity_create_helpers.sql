create schema if not exists capacity;

-- helpers that the operator added, and corrections of shipped ones
create table capacity.helper (
  id uuid primary key,
  replaces text constraint helper_replaces_once unique,
  kind text not null,
  name_fr text not null constraint helper_has_a_name check (length(name_fr) between 1 and 120),
  name_en text not null,
  text_fr text not null constraint helper_text_is_short check (length(text_fr) between 1 and 600),
  text_en text not null,
  link text constraint helper_link_is_https check (link ~ '^https://'),
  place text not null,
  employers boolean not null,
  topics text[] not null,
  source text not null,
  checked_on date not null,
  retired boolean not null,
  changed_at timestamptz not null
);
comment on column capacity.helper.replaces is 'id of the shipped helper that this row stands for; null for one of the operator''s own';
comment on column capacity.helper.place is 'empty = everywhere, R84 = a region, 69 = a department';
