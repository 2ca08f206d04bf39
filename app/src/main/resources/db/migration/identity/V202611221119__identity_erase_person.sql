-- a person who was erased leaves a tombstone: the same id, nothing else
alter table identity.person
  add column last_seen_at timestamptz,
  add column erased_at    timestamptz;
update identity.person set last_seen_at = created_at;
alter table identity.person
  alter column last_seen_at set not null,
  add constraint person_erased_has_no_name check (erased_at is null or (name = '' and email like '%@erased.invalid'));

create index person_by_last_seen on identity.person (last_seen_at) where erased_at is null;

-- somebody asks to read or erase what is held; the mailed link is known by its hash only
create table identity.data_request (
  id            uuid primary key,
  email         text        not null,
  language      text        not null,
  token_hash    bytea       not null,
  address_block text        not null,
  asked_at      timestamptz not null default now(),
  expires_at    timestamptz not null,
  constraint data_request_token_is_unique unique (token_hash),
  constraint data_request_token_is_sha256 check (octet_length(token_hash) = 32),
  constraint data_request_language_is_known check (language in ('fr', 'en'))
);

create index data_request_by_email on identity.data_request (email, asked_at);
create index data_request_by_block on identity.data_request (address_block, asked_at);
