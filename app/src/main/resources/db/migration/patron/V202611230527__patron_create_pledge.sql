-- what a firm or a foundation promises a campaign, and the agreement both accept: no money, which comes through donation
create table patron.pledge (
  id                  uuid primary key,
  association_id      uuid        not null,
  campaign_id         uuid        not null,
  edition             int         not null,
  line_id             uuid,
  kind                text        not null,
  cents               bigint      not null,
  in_kind             text        not null default '',
  organisation        text        not null,
  legal_form          text        not null,
  siren               text        not null,
  street              text        not null,
  postal_code         text        not null,
  city                text        not null,
  first_name          text        not null,
  last_name           text        not null,
  signs_as            text        not null,
  email               text        not null,
  language            text        not null,
  name_public         boolean     not null,
  amount_public       boolean     not null,
  -- French binds; the reading in English is beside it
  agreement           text        not null,
  reading             text        not null,
  fingerprint         text        not null,
  ends_on             date        not null,
  answer_by           timestamptz not null,
  state               text        not null,
  address_block       text        not null,
  proposed_at         timestamptz not null,
  patron_accepted_at  timestamptz,
  accepted_at         timestamptz,
  accepted_by         uuid,
  ended_at            timestamptz,
  ended_why           text        not null default '',
  constraint pledge_kind_is_known check (kind in ('MONEY', 'SKILLS')),
  constraint pledge_state_is_known check (state in ('PROPOSED', 'ACCEPTED', 'REFUSED', 'WITHDRAWN', 'EXPIRED')),
  constraint pledge_is_a_euro_at_least check (cents >= 100),
  constraint pledge_is_accepted_by_both
    check (state <> 'ACCEPTED' or num_nonnulls(patron_accepted_at, accepted_at, accepted_by) = 3),
  constraint pledge_ends_once check ((state in ('REFUSED', 'WITHDRAWN', 'EXPIRED')) = (ended_at is not null)),
  constraint pledge_fingerprint_is_sha256 check (fingerprint ~ '^[0-9a-f]{64}$')
);
create index pledge_by_campaign on patron.pledge (campaign_id, state);
create index pledge_by_association on patron.pledge (association_id, state);
create index pledge_by_email on patron.pledge (email) where email <> '';
create index pledge_by_answer on patron.pledge (answer_by) where state = 'PROPOSED';

create table patron.instalment (
  pledge_id     uuid   not null references patron.pledge on delete cascade,
  number        int    not null,
  cents         bigint not null,
  condition     text   not null,
  due_on        date,
  about_id      uuid,
  about         text   not null,
  -- what the patron writes on a transfer
  reference     text   not null,
  -- the once-only key of the gift form by which it is paid
  pay_key       text   not null,
  released_on   date,
  withdrawn_on  date,
  late_told_on  date,
  primary key (pledge_id, number),
  constraint instalment_is_one_of_two check (number in (1, 2)),
  constraint instalment_is_a_euro_at_least check (cents >= 100),
  constraint instalment_reference_is_single unique (reference),
  constraint instalment_pay_key_is_single unique (pay_key),
  constraint instalment_waits_for_one_thing check (
    (condition = 'DATE' and due_on is not null and about_id is null)
    or (condition in ('REPORT', 'PROOF') and due_on is null and about_id is not null))
);
create index instalment_to_release on patron.instalment (condition) where released_on is null and withdrawn_on is null;

-- gifts that pay an instalment, as donation tells of them
create table patron.instalment_gift (
  donation_id    uuid   primary key,
  pledge_id      uuid   not null,
  number         int    not null,
  cents          bigint not null,
  returned_cents bigint not null default 0,
  settled_on     date   not null,
  constraint instalment_gift_is_of_one foreign key (pledge_id, number) references patron.instalment on delete cascade,
  constraint instalment_gift_returns_no_more check (returned_cents between 0 and cents)
);
create index instalment_gift_by_instalment on patron.instalment_gift (pledge_id, number);

-- links mailed to who signs: each mail has its own, only its hash is here
create table patron.pledge_link (
  token_hash bytea       primary key,
  pledge_id  uuid        not null references patron.pledge on delete cascade,
  made_at    timestamptz not null
);
create index pledge_link_by_pledge on patron.pledge_link (pledge_id);
