-- an organisation that supports projects, and the people who act for it
create table patron.company (
  id uuid primary key,
  name text not null,
  kind text not null,
  siren text,
  created_at timestamptz not null,
  constraint company_name_said check (length(name) between 1 and 120),
  constraint company_kind_known check (kind in ('FIRM', 'FOUNDATION', 'OTHER')),
  constraint company_siren_has_nine_digits check (siren ~ '^[0-9]{9}$')
);

create table patron.company_member (
  person_id uuid primary key,
  company_id uuid not null references patron.company on delete cascade,
  role text not null,
  since timestamptz not null,
  constraint company_role_known check (role in ('DECIDER', 'READER'))
);
create index company_member_by_company on patron.company_member (company_id);

create table patron.company_invitation (
  id uuid primary key,
  company_id uuid not null references patron.company on delete cascade,
  email text not null,
  role text not null,
  token_hash bytea not null unique,
  invited_by uuid not null,
  invited_at timestamptz not null,
  constraint invitation_role_known check (role in ('DECIDER', 'READER')),
  constraint invitation_once unique (company_id, email)
);

-- searches and comparisons somebody gave a name: their address is all there is to them
create table patron.kept_list (
  id uuid primary key,
  company_id uuid not null references patron.company on delete cascade,
  kind text not null,
  name text not null,
  query text not null,
  kept_at timestamptz not null,
  constraint kept_list_kind_known check (kind in ('SEARCH', 'COMPARISON')),
  constraint kept_list_small check (length(name) between 1 and 80 and length(query) between 1 and 2000)
);
create index kept_list_by_company on patron.kept_list (company_id, kept_at);

-- what an organisation notes of a campaign, for its own people only; one text, in versions that follow each other
create table patron.note (
  company_id uuid not null references patron.company on delete cascade,
  campaign_id uuid not null,
  body text not null,
  version int not null,
  written_at timestamptz not null,
  primary key (company_id, campaign_id),
  constraint note_small check (length(body) <= 4000)
);

-- what an organisation asks an association about a campaign, and the answers
create table patron.thread (
  id uuid primary key,
  company_id uuid not null references patron.company on delete cascade,
  campaign_id uuid not null,
  association_id uuid not null,
  begun_at timestamptz not null,
  constraint thread_once unique (company_id, campaign_id)
);
create index thread_by_association on patron.thread (association_id, begun_at);

create table patron.thread_word (
  id uuid primary key,
  thread_id uuid not null references patron.thread on delete cascade,
  side text not null,
  person_id uuid not null,
  body text not null,
  written_at timestamptz not null,
  constraint word_side_known check (side in ('PATRON', 'ASSOCIATION')),
  constraint word_small check (length(body) between 1 and 1000)
);
create index thread_word_by_thread on patron.thread_word (thread_id, written_at);

-- the mailed link of a member by which the association answers
create table patron.thread_key (
  token_hash bytea primary key,
  thread_id uuid not null references patron.thread on delete cascade,
  person_id uuid not null,
  made_at timestamptz not null
);
create index thread_key_by_thread on patron.thread_key (thread_id);
