-- what an association means to do: from advice, or of its own; roles and members, never a name from outside
create table capacity.plan_action (
    id uuid primary key,
    association_id uuid not null,
    what text not null,
    card text,
    section text,
    role text,
    person_id uuid,
    due_on date,
    -- cents; 0 is free, none where nobody said
    cost bigint,
    topic text not null default '',
    state text not null,
    reason text not null default '',
    created_at timestamptz not null,
    state_at timestamptz not null,
    constraint action_is_said check (length(what) between 1 and 200),
    constraint action_card_short check (length(card) <= 20),
    constraint action_section_known check (section in ('A', 'B', 'L', 'G', 'PREP')),
    constraint action_role_known check (role in ('PRESIDENT', 'TREASURER', 'ACCOUNTANT', 'EDITOR', 'READER')),
    constraint action_person_has_a_role check (person_id is null or role is not null),
    constraint action_cost_counts check (cost between 0 and 99999999999),
    constraint action_topic_short check (length(topic) <= 20),
    constraint action_state_known check (state in ('TODO', 'DOING', 'DONE', 'DROPPED')),
    constraint action_dropped_with_a_reason check ((state = 'DROPPED') = (reason <> '')),
    constraint action_reason_short check (length(reason) <= 300)
);
create index action_of_association on capacity.plan_action (association_id);
create index action_of_person on capacity.plan_action (person_id) where person_id is not null;

-- when an action came to stand where it stood
create table capacity.plan_step (
    id uuid primary key,
    action_id uuid not null references capacity.plan_action on delete cascade,
    state text not null,
    at timestamptz not null,
    constraint step_state_known check (state in ('TODO', 'DOING', 'DONE', 'DROPPED'))
);
create index step_of_action on capacity.plan_step (action_id);

-- a text of the strategy page that the association wrote itself; put aside, the generated one shows again
create table capacity.strategy_text (
    association_id uuid not null,
    part text not null,
    body text not null,
    written_at timestamptz not null,
    shown boolean not null,
    primary key (association_id, part),
    constraint strategy_part_known check (part in ('PROJECT', 'KEEP', 'REVIEW', 'SEEK', 'DIGITAL')),
    constraint strategy_text_short check (length(body) between 1 and 600)
);
