create schema association;

create table association.association (
  id                uuid primary key,
  slug              text        not null,
  name              text        not null,
  object            text        not null,
  street            text        not null,
  postal_code       text        not null,
  city              text        not null,
  rna               text,
  siren             text,
  -- the court register of Alsace-Moselle, where associations have no RNA
  registry_court    text,
  registry_volume   text,
  registry_folio    text,
  zone              text        not null,
  statement         text        not null,
  -- the right to issue tax receipts, as the association itself declares it
  receipts_basis    text,
  receipts_on       date,
  receipts_by       uuid,
  created_at        timestamptz not null,
  constraint association_slug_is_single unique (slug),
  constraint association_slug_is_an_address
    check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) between 3 and 60),
  constraint association_name_is_short check (length(name) between 2 and 120),
  constraint association_object_is_short check (length(object) between 10 and 1000),
  constraint association_postal_code_is_french check (postal_code ~ '^[0-9]{5}$'),
  constraint association_can_be_looked_up
    check (rna is not null or siren is not null or registry_court is not null),
  constraint association_rna_is_rna check (rna ~ '^W[0-9A-Z]{9}$'),
  constraint association_siren_is_nine_digits check (siren ~ '^[0-9]{9}$'),
  constraint association_registry_is_whole
    check (num_nonnulls(registry_court, registry_volume, registry_folio) in (0, 3)),
  -- what card networks print: Latin, 5 to 22 characters, a letter among them
  constraint association_statement_is_printable
    check (statement ~ '^[A-Za-z0-9 .,&()/+-]{5,22}$' and statement ~ '[A-Za-z]'),
  constraint association_receipts_are_whole
    check (num_nonnulls(receipts_basis, receipts_on, receipts_by) in (0, 3))
);

-- every slug ever given, the present one too: none is given again, an old one leads to the present one
create table association.slug_history (
  slug           text primary key,
  association_id uuid        not null references association.association deferrable initially deferred,
  given_at       timestamptz not null
);

create table association.member (
  id             uuid primary key,
  association_id uuid        not null references association.association,
  person_id      uuid        not null,
  role           text        not null,
  -- last day of access, in the association's zone
  until          date,
  since          timestamptz not null,
  ended_at       timestamptz,
  constraint member_role_is_known
    check (role in ('PRESIDENT', 'TREASURER', 'ACCOUNTANT', 'EDITOR', 'READER')),
  constraint member_accountant_has_an_end check (role <> 'ACCOUNTANT' or until is not null),
  constraint member_president_has_no_end check (role <> 'PRESIDENT' or until is null)
);

create unique index member_is_in_once on association.member (association_id, person_id) where ended_at is null;
create index member_person on association.member (person_id) where ended_at is null;

create table association.invitation (
  id             uuid primary key,
  association_id uuid        not null references association.association,
  token_hash     bytea       not null,
  -- forgotten once the invitation was accepted or taken back
  email          text,
  role           text        not null,
  until          date,
  invited_by     uuid        not null,
  created_at     timestamptz not null,
  expires_at     timestamptz not null,
  accepted_at    timestamptz,
  accepted_by    uuid,
  revoked_at     timestamptz,
  constraint invitation_token_is_single unique (token_hash),
  constraint invitation_hash_is_sha256 check (octet_length(token_hash) = 32),
  constraint invitation_role_is_known
    check (role in ('PRESIDENT', 'TREASURER', 'ACCOUNTANT', 'EDITOR', 'READER')),
  constraint invitation_accountant_has_an_end check (role <> 'ACCOUNTANT' or until is not null),
  constraint invitation_is_used_by_someone check (num_nonnulls(accepted_at, accepted_by) in (0, 2)),
  constraint invitation_forgets_its_address
    check ((email is null) = (accepted_at is not null or revoked_at is not null))
);

create index invitation_association on association.invitation (association_id, created_at);

-- what everybody may know; the pages that join modules read it
create view association.public_association as
select id,
       slug,
       name,
       object,
       city,
       postal_code,
       case
         when postal_code ~ '^20[01]' then '2A'
         when postal_code ~ '^20' then '2B'
         when postal_code ~ '^9[78]' then left(postal_code, 3)
         else left(postal_code, 2)
       end as department,
       rna,
       siren,
       case
         when registry_court is null then null
         else registry_court || ', volume ' || registry_volume || ', folio ' || registry_folio
       end as registry,
       zone,
       statement,
       receipts_on is not null as receipts_declared,
       receipts_basis,
       receipts_on,
       created_at
from association.association;
