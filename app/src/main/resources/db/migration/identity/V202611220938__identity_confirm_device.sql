-- a code mailed to who is signed in, before an act that moves money or opens an account; typed in the session that asked
create table identity.confirmation (
  id            uuid primary key,
  person_id     uuid        not null,
  session_key   text        not null,
  code_hash     bytea       not null,
  tries         int         not null default 0,
  address_block text        not null,
  asked_at      timestamptz not null default now(),
  expires_at    timestamptz not null,
  used_at       timestamptz,
  constraint confirmation_code_is_hmac check (octet_length(code_hash) = 32),
  constraint confirmation_tries_are_few check (tries between 0 and 5)
);

create index confirmation_by_person on identity.confirmation (person_id, asked_at);
create index confirmation_by_block on identity.confirmation (address_block, asked_at);
