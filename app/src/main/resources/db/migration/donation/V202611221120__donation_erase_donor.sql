-- when the donor was erased; the row stays, for money stands behind it
alter table donation.donation add column erased_at timestamptz;

create index donation_by_donor on donation.donation (lower(email)) where email <> '';
create index donation_by_settling on donation.donation (settled_on)
  where state = 'SETTLED' and (first_name <> '' or email <> '');
create index donation_by_leaving on donation.donation (changed_at)
  where state in ('STARTED', 'ABANDONED') and email <> '';

-- kept apart from the gift: who asked for a tax receipt, as long as the law asks the association to be able to show it
create table donation.kept_identity (
  donation_id  uuid primary key references donation.donation,
  first_name   text        not null,
  last_name    text        not null,
  company_name text,
  siren        text,
  legal_form   text,
  street       text,
  postal_code  text,
  city         text,
  country      text,
  keep_until   date        not null,
  kept_at      timestamptz not null
);

create index kept_identity_by_end on donation.kept_identity (keep_until);

-- addresses that must not be appealed to any more, as keyed hashes: nothing can be read from them
create table donation.suppression (
  email_hash bytea primary key,
  since      timestamptz not null,
  constraint suppression_hash_is_hmac check (octet_length(email_hash) = 32)
);

create index refund_request_with_words on donation.refund_request (asked_at) where reason is not null or answer is not null;
