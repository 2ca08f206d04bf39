-- what an association learnt from a campaign that is over, told without its name; one that came as a file of another
-- instance has neither association nor campaign
create table capacity.experience (
  id uuid primary key,
  association_id uuid,
  campaign_id uuid constraint experience_once_per_campaign unique,
  -- null once forgotten
  written_by uuid,
  language text not null constraint experience_language_known check (language in ('fr', 'en')),
  helped text not null,
  otherwise text not null,
  advice text not null,
  items text[] not null,
  template text not null,
  staff text not null constraint experience_staff_known check (staff in ('', 'NONE', 'FEW', 'MORE')),
  reach text not null constraint experience_reach_known check (reach in ('', 'LOCAL', 'REGIONAL', 'NATIONAL', 'INTERNATIONAL')),
  -- first day of the month the campaign ended in
  month date not null constraint experience_tells_the_month_only check (extract(day from month) = 1),
  state text not null constraint experience_state_known check (state in ('DRAFT', 'SENT', 'RETURNED', 'PUBLISHED', 'REFUSED')),
  reason text not null default '',
  changed_at timestamptz not null,
  sent_at timestamptz,
  decided_at timestamptz,
  -- of the texts, to know a double
  fingerprint bytea not null,
  -- its words without accents, for the search
  search text not null,
  constraint experience_short check (length(helped) <= 600 and length(otherwise) <= 600 and length(advice) <= 600
    and cardinality(items) <= 3 and length(template) <= 40 and length(reason) <= 500),
  constraint experience_sent_whole check (state in ('DRAFT', 'RETURNED')
    or helped <> '' and otherwise <> '' and advice <> '' and sent_at is not null),
  constraint experience_decided_with_its_day check (state in ('DRAFT', 'SENT') or decided_at is not null),
  constraint experience_not_accepted_says_why check (state not in ('RETURNED', 'REFUSED') or reason <> ''),
  constraint experience_own_or_brought check ((association_id is null) = (campaign_id is null)),
  constraint brought_experience_has_no_author
    check (campaign_id is not null or written_by is null and state not in ('DRAFT', 'RETURNED'))
);
create index experience_of_association on capacity.experience (association_id) where association_id is not null;
create index experience_published on capacity.experience (decided_at desc, id desc) where state = 'PUBLISHED';
create index experience_waiting on capacity.experience (sent_at) where state = 'SENT';
create unique index experience_brought_once on capacity.experience (fingerprint) where campaign_id is null;

-- what another association says of it, signed by its name
create table capacity.experience_comment (
  id uuid primary key,
  experience_id uuid not null references capacity.experience on delete cascade,
  association_id uuid not null,
  -- null once forgotten
  written_by uuid,
  words text not null,
  -- the sentence that was agreed to, as it stood
  consent text not null,
  state text not null constraint experience_comment_state_known check (state in ('SENT', 'RETURNED', 'PUBLISHED', 'REFUSED')),
  reason text not null default '',
  sent_at timestamptz not null,
  decided_at timestamptz,
  constraint experience_comment_once unique (experience_id, association_id),
  constraint experience_comment_short check (length(words) between 1 and 600 and length(consent) <= 500 and length(reason) <= 500),
  constraint experience_comment_decided_with_its_day check (state = 'SENT' or decided_at is not null),
  constraint experience_comment_not_accepted_says_why check (state not in ('RETURNED', 'REFUSED') or reason <> '')
);
create index experience_comment_of_association on capacity.experience_comment (association_id);
create index experience_comment_waiting on capacity.experience_comment (sent_at) where state = 'SENT';
