-- what was erased, so that an older copy of the data can be held against it: ids, and addresses under a key
create table platform.erasure (
  id      uuid primary key,
  at      timestamptz not null,
  kind    text        not null,
  subject text        not null,
  constraint erasure_kind_is_a_code check (kind ~ '^[a-z][a-z-]{1,30}$'),
  constraint erasure_subject_names_nobody check (subject ~ '^[0-9a-f-]{1,64}$')
);

create index erasure_by_time on platform.erasure (at);
