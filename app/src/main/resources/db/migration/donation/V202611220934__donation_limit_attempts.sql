-- who tries to give, for an hour's count; times are the database's, so that all instances count alike
create table donation.attempt (
  id            bigint generated always as identity primary key,
  at            timestamptz not null default now(),
  campaign_id   uuid        not null,
  address_block text        not null,
  -- keyed: an address cannot be found from it without the secret
  email_hash    bytea       not null,
  once_key      text        not null,
  constraint attempt_email_is_hmac check (octet_length(email_hash) = 32)
);

create index attempt_by_block on donation.attempt (address_block, at);
create index attempt_by_email on donation.attempt (email_hash, at);
create index attempt_by_key on donation.attempt (once_key, at);
create index attempt_by_campaign on donation.attempt (campaign_id, at);

-- campaigns whose limits rest: a collection in a hall, an appeal on the air
create table donation.limit_rest (
  campaign_id uuid primary key,
  until       timestamptz not null,
  ordered_by  uuid        not null
);
