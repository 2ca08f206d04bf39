create schema identity;

create table identity.person (
  id         uuid primary key,
  email      text        not null,
  name       text        not null default '',
  language   text        not null,
  created_at timestamptz not null,
  constraint person_email_is_unique unique (email),
  constraint person_email_is_lower_case check (email = lower(email)),
  constraint person_language_is_known check (language in ('fr', 'en'))
);

-- a wish to sign in: the link, the code and the browser are known by their hashes only
create table identity.sign_in (
  id            uuid primary key,
  email         text        not null,
  language      text        not null,
  wanted        text        not null,
  token_hash    bytea       not null,
  code_hash     bytea       not null,
  browser_hash  bytea       not null,
  tries         int         not null default 0,
  address_block text        not null,
  asked_at      timestamptz not null default now(),
  expires_at    timestamptz not null,
  used_at       timestamptz,
  constraint sign_in_token_is_unique unique (token_hash),
  constraint sign_in_browser_is_unique unique (browser_hash),
  constraint sign_in_token_is_sha256 check (octet_length(token_hash) = 32),
  constraint sign_in_code_is_hmac check (octet_length(code_hash) = 32),
  constraint sign_in_browser_is_sha256 check (octet_length(browser_hash) = 32),
  constraint sign_in_tries_are_few check (tries between 0 and 5)
);

create index sign_in_by_email on identity.sign_in (email, asked_at);
create index sign_in_by_block on identity.sign_in (address_block, asked_at);
