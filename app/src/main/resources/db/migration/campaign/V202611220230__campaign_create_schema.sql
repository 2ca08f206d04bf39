create schema campaign;

-- the copies of the plan (title … search) follow the edition in force; while a draft, title follows the draft
create table campaign.campaign (
  id             uuid primary key,
  association_id uuid        not null,
  slug           text        not null,
  state          text        not null default 'DRAFT',
  edition        int         not null default 0,
  title          text        not null,
  lead           text        not null default '',
  cause          text        not null default '',
  city           text        not null default '',
  department     text        not null default '',
  language       text        not null default 'fr',
  cover          uuid,
  cover_alt      text        not null default '',
  goal_cents     bigint      not null default 0,
  minimum_cents  bigint      not null default 0,
  opens_on       date,
  closes_on      date,
  search         tsvector,
  created_at     timestamptz not null,
  published_at   timestamptz,
  closed_at      timestamptz,
  constraint campaign_slug_is_given_once unique (slug),
  constraint campaign_slug_is_plain check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) between 3 and 60),
  constraint campaign_state_is_known check (state in ('DRAFT', 'PUBLISHED', 'CLOSED')),
  constraint campaign_edition_starts_at_publication check ((state = 'DRAFT') = (edition = 0)),
  constraint campaign_has_a_day_of_publication check ((state = 'DRAFT') = (published_at is null)),
  constraint campaign_has_a_day_of_closing check ((state = 'CLOSED') = (closed_at is not null)),
  constraint campaign_minimum_is_part_of_the_goal check (0 <= minimum_cents and minimum_cents <= goal_cents)
);

create index campaign_of_association on campaign.campaign (association_id);
create index campaign_search on campaign.campaign using gin (search) where state <> 'DRAFT';
create index campaign_newest on campaign.campaign (published_at desc, id desc) where state <> 'DRAFT';

-- what the association is writing, autosaved; the version finds out a second tab
create table campaign.draft (
  campaign_id uuid primary key references campaign.campaign on delete cascade,
  version     int         not null,
  plan        jsonb       not null,
  saved_at    timestamptz not null,
  constraint draft_version_counts_from_one check (version >= 1)
);

-- what the draft was before, for undo; only the last ones are kept
create table campaign.draft_before (
  campaign_id uuid        not null references campaign.campaign on delete cascade,
  version     int         not null,
  plan        jsonb       not null,
  saved_at    timestamptz not null,
  primary key (campaign_id, version)
);

-- the terms donors saw
create table campaign.edition (
  campaign_id  uuid        not null references campaign.campaign,
  number       int         not null,
  plan         jsonb       not null,
  published_at timestamptz not null,
  reason       text        not null,
  role         text        not null,
  primary key (campaign_id, number),
  constraint edition_counts_from_one check (number >= 1)
);

create function campaign.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'an edition never changes: publish another one' using errcode = 'restrict_violation';
end $$;

create trigger edition_never_changes before update or delete on campaign.edition
  for each row execute function campaign.refuse_change();
create trigger edition_is_never_emptied before truncate on campaign.edition
  for each statement execute function campaign.refuse_change();

create function campaign.freeze_slug() returns trigger language plpgsql as $$
begin
  raise exception 'the address of a published campaign never changes' using errcode = 'restrict_violation';
end $$;

create trigger campaign_slug_is_frozen before update of slug on campaign.campaign
  for each row when (old.published_at is not null and old.slug is distinct from new.slug)
  execute function campaign.freeze_slug();

-- what is public, for pages that join it
create view campaign.public_campaign as
select id, association_id, slug, state, edition, title, lead, cause, city, department, language, cover, cover_alt,
       goal_cents, minimum_cents, opens_on, closes_on, published_at, closed_at, search
from campaign.campaign
where state <> 'DRAFT';

-- what the members of the association see, drafts as well
create view campaign.association_campaign as
select campaign.id, association_id, slug, state, edition, campaign.title, goal_cents, minimum_cents, opens_on,
       closes_on, created_at, campaign.published_at, closed_at, draft.saved_at,
       state <> 'DRAFT' and draft.plan is distinct from edition.plan as changed
from campaign.campaign campaign
join campaign.draft draft on draft.campaign_id = campaign.id
left join campaign.edition edition on edition.campaign_id = campaign.id and edition.number = campaign.edition;
