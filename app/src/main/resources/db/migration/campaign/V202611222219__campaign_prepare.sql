-- the papers that publication asks for; where no row is, nothing was said yet
create table campaign.formality (
  campaign_id uuid primary key references campaign.campaign on delete cascade,
  decided_on  date,
  minutes     text    not null default '',
  no_receipts boolean not null default false,
  contact     text    not null default '',
  saved_on    date    not null,
  constraint formality_minutes_are_bounded check (length(minutes) <= 300),
  constraint formality_contact_is_bounded check (length(contact) <= 200)
);

-- what a campaign says of its own preparation; where no row is, nothing is known yet
create table campaign.preparation (
  campaign_id     uuid primary key references campaign.campaign on delete cascade,
  type            text    not null,
  answers         text[]  not null,
  relays          int,
  hours           text[],
  costs_cents     bigint,
  means_cents     bigint,
  committed_cents bigint,
  saved_on        date    not null,
  constraint preparation_type_is_known check (type in ('PROJECT_GOAL', 'ONGOING', 'EMERGENCY', 'PATRON', 'LOCAL')),
  constraint preparation_relays_are_counted check (relays between 0 and 100000),
  constraint preparation_costs_are_positive check (costs_cents >= 0),
  constraint preparation_means_are_positive check (means_cents >= 0),
  constraint preparation_promises_are_positive check (committed_cents >= 0)
);
