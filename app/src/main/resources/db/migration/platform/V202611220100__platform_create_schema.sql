create schema platform;

create extension if not exists unaccent;

-- French search: unaccent() in an index is refused, a configuration is not
create text search configuration public.fr_plain (copy = pg_catalog.french);
alter text search configuration public.fr_plain
  alter mapping for hword, hword_part, word with unaccent, french_stem;

create table platform.event (
  id          uuid primary key,
  name        text        not null,
  version     int         not null,
  body        jsonb       not null,
  recorded_at timestamptz not null
);

create table platform.delivery (
  handler       text        not null,
  event_id      uuid        not null references platform.event,
  state         text        not null default 'WAITING',
  attempts      int         not null default 0,
  next_at       timestamptz not null,
  claimed_until timestamptz,
  done_at       timestamptz,
  last_error    text,
  primary key (handler, event_id),
  constraint delivery_state_is_known check (state in ('WAITING', 'DONE', 'STUCK'))
);

create index delivery_waiting on platform.delivery (handler, event_id) where state = 'WAITING';

create table platform.alarm (
  id         bigint generated always as identity primary key,
  kind       text        not null,
  subject    text        not null,
  first_seen timestamptz not null,
  last_seen  timestamptz not null,
  cause      text        not null,
  next_step  text        not null,
  closed_at  timestamptz
);

create unique index alarm_is_open_once on platform.alarm (kind, subject) where closed_at is null;

-- who is signed in: the cookie itself is never stored, only its SHA-256
create table platform.session (
  token_hash       bytea primary key,
  person_id        uuid        not null,
  created_at       timestamptz not null,
  last_used_at     timestamptz not null,
  second_factor_at timestamptz,
  address_block    text        not null,
  constraint session_hash_is_sha256 check (octet_length(token_hash) = 32)
);

create index session_person on platform.session (person_id);

create table platform.file (
  id         uuid primary key,
  sha256     bytea       not null,
  size       int         not null,
  type       text        not null,
  created_at timestamptz not null,
  constraint file_hash_is_sha256 check (octet_length(sha256) = 32),
  constraint file_size_is_bounded check (size between 1 and 20971520)
);

create table platform.file_chunk (
  file_id uuid  not null references platform.file on delete cascade,
  no      int   not null,
  bytes   bytea not null,
  primary key (file_id, no),
  constraint chunk_size_is_bounded check (octet_length(bytes) between 1 and 262144)
);
