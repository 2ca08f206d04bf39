create schema if not exists capacity;

-- one look of an association at itself; asked again later, it is another one with the next moment
create table capacity.assessment (
    id uuid primary key,
    association_id uuid not null,
    grid text not null,
    kind text not null,
    -- 0 before the first campaign, 1 after it, then once a year
    moment smallint not null,
    state text not null,
    started_at timestamptz not null,
    done_at timestamptz,
    constraint assessment_kind_known check (kind in ('EXPRESS', 'FULL')),
    constraint assessment_state_known check (state in ('OPEN', 'DONE')),
    constraint assessment_moment_counts check (moment between 0 and 99),
    constraint assessment_done_once_concluded check (state = 'OPEN' or done_at is not null),
    constraint assessment_once_a_moment unique (association_id, moment)
);

-- what an association is, the same whoever answers: employees, budget, reach, tokens, the aim it sets itself
create table capacity.trait (
    assessment_id uuid not null references capacity.assessment on delete cascade,
    item text not null,
    value text not null,
    primary key (assessment_id, item),
    constraint trait_short check (length(item) <= 20 and length(value) <= 40)
);

-- somebody who answers: a role, never a name; a paper form that a member types in has a number instead of a person
create table capacity.respondent (
    id uuid primary key,
    assessment_id uuid not null references capacity.assessment on delete cascade,
    person_id uuid,
    sheet smallint,
    role text not null,
    mode text not null,
    mediator text not null default '',
    started_at timestamptz not null,
    constraint respondent_mode_known check (mode in ('ALONE', 'MEDIATOR', 'PAPER')),
    constraint respondent_paper_numbered check ((mode = 'PAPER') = (sheet is not null)),
    constraint respondent_texts_short check (length(role) <= 80 and length(mediator) <= 120),
    constraint respondent_once unique (assessment_id, person_id),
    constraint respondent_sheet_once unique (assessment_id, sheet)
);

-- a notch of 0 to 4, DK (does not know) or NA (not applicable)
create table capacity.answer (
    respondent_id uuid not null references capacity.respondent on delete cascade,
    item text not null,
    value text not null,
    answered_at timestamptz not null,
    primary key (respondent_id, item),
    constraint answer_item_short check (length(item) <= 20),
    constraint answer_value_known check (value in ('0', '1', '2', '3', '4', 'DK', 'NA'))
);

-- what the answers of that day gave, with all that it was made from; text, for the fractions are exact
create table capacity.result (
    id uuid primary key,
    association_id uuid not null,
    assessment_id uuid not null references capacity.assessment,
    -- whose preparation it was; none for a diagnosis by itself
    campaign_id uuid,
    grid text not null,
    body text not null,
    made_at timestamptz not null
);
create index result_of_association on capacity.result (association_id, made_at desc);

create function capacity.keep_result() returns trigger language plpgsql as $$
begin
  raise exception 'a result never changes: make another one' using errcode = 'restrict_violation';
end $$;

create trigger result_never_changes before update or delete on capacity.result
  for each row execute function capacity.keep_result();

-- what the association said of a piece of advice: done, or not for us; it is respected until taken back
create table capacity.said_of_card (
    association_id uuid not null,
    card text not null,
    said text not null,
    said_at timestamptz not null,
    primary key (association_id, card),
    constraint said_of_card_known check (said in ('DONE', 'REFUSED')),
    constraint said_of_card_short check (length(card) <= 20)
);
