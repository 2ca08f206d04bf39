-- papers of an association that go with each of its dossiers: private files, one of each kind
create table patron.enclosure (
  association_id uuid not null,
  kind text not null,
  file_id uuid not null,
  sha256 text not null,
  size integer not null,
  added_at timestamptz not null,
  primary key (association_id, kind),
  constraint enclosure_kind_known check (kind in ('STATUTES', 'ACCOUNTS', 'REPORT', 'INSURANCE')),
  constraint enclosure_size_small check (size between 1 and 5242880),
  constraint enclosure_print_whole check (length(sha256) = 64)
);

-- a dossier as it was made: it does not change any more
create table patron.dossier (
  id uuid primary key,
  association_id uuid not null,
  campaign_id uuid not null,
  label text not null,
  token_hash bytea not null unique,
  file_id uuid not null,
  sha256 text not null,
  size integer not null,
  held text[] not null,
  made_by uuid not null,
  made_at timestamptz not null,
  until_on date not null,
  revoked_at timestamptz,
  constraint dossier_label_short check (length(label) between 1 and 80),
  constraint dossier_print_whole check (length(sha256) = 64)
);
create index dossier_by_campaign on patron.dossier (association_id, campaign_id, made_at);
create index dossier_by_end on patron.dossier (until_on);

-- when it was opened, and nothing of who did
create table patron.dossier_opening (
  id bigint generated always as identity primary key,
  dossier_id uuid not null references patron.dossier (id) on delete cascade,
  at timestamptz not null,
  file boolean not null
);
create index dossier_opening_of on patron.dossier_opening (dossier_id, at);
