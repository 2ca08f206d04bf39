-- a question to the board, answered by mailed links; what was asked stays as it was read
create table campaign.board_vote (
  id          uuid primary key,
  campaign_id uuid        not null references campaign.campaign on delete cascade,
  ballot      jsonb       not null,
  fingerprint text        not null,
  least       smallint    not null,
  opened_at   timestamptz not null,
  ends_at     timestamptz not null,
  remind_at   timestamptz not null,
  reminded_at timestamptz,
  closed_at   timestamptz,
  outcome     text,
  asked       smallint    not null,
  yes         smallint    not null default 0,
  no          smallint    not null default 0,
  change      smallint    not null default 0,
  constraint board_vote_asks_few check (asked between 1 and 30 and least between 1 and asked),
  constraint board_vote_ends_after_it_opened check (ends_at > opened_at),
  constraint board_vote_outcome_is_known check (outcome in ('PASSED', 'REJECTED', 'TOO_FEW', 'WITHDRAWN')),
  constraint board_vote_ends_with_an_outcome check ((closed_at is null) = (outcome is null))
);
create unique index board_vote_is_alone on campaign.board_vote (campaign_id) where closed_at is null;
create index board_vote_by_campaign on campaign.board_vote (campaign_id, opened_at);
create index board_vote_to_remind on campaign.board_vote (remind_at) where closed_at is null and reminded_at is null;

-- person and role: a member; neither: an address typed by the president. Forgotten ones have no address and no link.
create table campaign.board_voter (
  id          uuid primary key,
  vote_id     uuid not null references campaign.board_vote on delete cascade,
  person_id   uuid,
  role        text not null default '',
  email       text not null,
  language    text not null,
  token       text constraint board_voter_has_its_own_token unique,
  answer      text,
  words       text not null default '',
  answered_at timestamptz,
  constraint board_voter_answer_is_known check (answer in ('YES', 'NO', 'CHANGE')),
  constraint board_voter_words_are_bounded check (length(words) <= 600)
);
create index board_voter_by_vote on campaign.board_voter (vote_id);
create index board_voter_by_email on campaign.board_voter (email) where email <> '';

-- a condition of publication that is not of the law, passed over with a reason that is public
create table campaign.gate_waiver (
  id          uuid primary key,
  campaign_id uuid        not null references campaign.campaign on delete cascade,
  gate        text        not null,
  reason      text        not null,
  role        text        not null,
  waived_at   timestamptz not null,
  ended_at    timestamptz,
  constraint only_gates_of_trust_are_passed_over check (gate in ('rapport', 'equipe')),
  constraint gate_waiver_says_why check (length(reason) between 20 and 500)
);
create unique index gate_waiver_is_alone on campaign.gate_waiver (campaign_id, gate) where ended_at is null;
