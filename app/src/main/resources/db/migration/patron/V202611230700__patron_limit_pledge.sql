-- each try that became no promise, for the same limits; the address only as a keyed hash, for a day
create table patron.pledge_try (
  id            bigint generated always as identity primary key,
  email_hash    bytea       not null,
  address_block text        not null,
  at            timestamptz not null,
  constraint pledge_try_hash_is_sha256 check (length(email_hash) = 32),
  constraint pledge_try_block_short check (length(address_block) <= 60)
);
create index pledge_try_by_email on patron.pledge_try (email_hash, at);
create index pledge_try_by_block on patron.pledge_try (address_block, at);
create index pledge_try_by_time on patron.pledge_try (at);
