create schema if not exists capacity;

-- a public campaign, as far as help needs to know it; declared by campaign
create table capacity.help_campaign (
  campaign_id uuid primary key,
  association_id uuid not null,
  slug text not null constraint help_campaign_has_one_address unique,
  title text not null,
  language text not null,
  department text not null
);

create table capacity.need (
  id uuid primary key,
  campaign_id uuid not null references capacity.help_campaign,
  origin text not null,
  kind text not null constraint need_kind_is_known check (kind in ('SKILL', 'EQUIPMENT', 'TIME', 'LOAN')),
  label text not null,
  detail text not null,
  hours smallint constraint need_hours_are_few check (hours between 1 and 500),
  department text not null,
  remote boolean not null,
  until_on date,
  state text not null constraint need_state_is_known check (state in ('PROPOSED', 'PUBLIC', 'CLOSED')),
  created_at timestamptz not null,
  public_at timestamptz,
  constraint need_is_declared_once unique (campaign_id, origin),
  constraint public_need_has_words check (state <> 'PUBLIC' or label <> '')
);

create table capacity.offer (
  id uuid primary key,
  need_id uuid references capacity.need,
  name text not null,
  email text not null,
  language text not null,
  kind text not null constraint offer_kind_is_known check (kind in ('SKILL', 'EQUIPMENT', 'TIME', 'LOAN')),
  what text not null,
  hours smallint constraint offer_hours_are_few check (hours between 1 and 500),
  department text not null,
  remote boolean not null,
  until_on date not null,
  token text not null constraint offer_has_its_own_token unique,
  address_block text not null,
  asked_at timestamptz not null,
  confirmed_at timestamptz
);
create index offer_by_email on capacity.offer (email);
create index offer_by_need on capacity.offer (need_id);

-- offer_id is null once somebody who helped was forgotten: the hours stay, the person does not
create table capacity.help_match (
  id uuid primary key,
  need_id uuid not null references capacity.need,
  offer_id uuid references capacity.offer,
  state text not null constraint match_state_is_known
    check (state in ('PROPOSED', 'DECLINED', 'ASKED', 'REFUSED', 'AGREED', 'DONE', 'NOT_DONE')),
  created_at timestamptz not null,
  association_by uuid,
  asked_at timestamptz,
  agreed_at timestamptz,
  follow_on date,
  hours smallint constraint match_hours_are_few check (hours between 0 and 500),
  thanks text not null default '',
  told text not null default '',
  constraint match_is_proposed_once unique (need_id, offer_id),
  constraint only_done_forgets_whom check (offer_id is not null or state in ('DONE', 'NOT_DONE'))
);
create index help_match_by_offer on capacity.help_match (offer_id);
create index help_match_untold on capacity.help_match (state) where state in ('ASKED', 'AGREED', 'DONE');
