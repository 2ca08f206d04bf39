-- to whom an association opened its diagnosis, and until when: explicit, dated, taken back at any time
create table capacity.share_grant (
    id uuid primary key,
    association_id uuid not null,
    audience text not null,
    -- null once forgotten
    email text,
    language text not null,
    token_hash bytea not null,
    -- the sentence that was agreed to, as it stood
    consent text not null,
    granted_by uuid not null,
    granted_at timestamptz not null,
    -- last day, in the zone of the association
    until_on date not null,
    -- the adviser who came by the mailed link
    person_id uuid,
    accepted_at timestamptz,
    revoked_at timestamptz,
    constraint share_grant_audience_known check (audience in ('ADVISER', 'PATRON')),
    constraint share_grant_link_once unique (token_hash),
    constraint share_grant_texts_short check (length(email) <= 254 and length(consent) <= 1000),
    constraint share_grant_accepted_whole check (person_id is null or accepted_at is not null)
);
create index share_grant_of_association on capacity.share_grant (association_id, granted_at desc);
create index share_grant_of_adviser on capacity.share_grant (person_id) where person_id is not null;

-- what was opened, each change a row of its own: the latest holds
create table capacity.share_scope (
    id uuid primary key,
    grant_id uuid not null references capacity.share_grant,
    shown text[] not null,
    set_by uuid not null,
    set_at timestamptz not null,
    constraint share_scope_known check (shown <@ array['READINESS', 'LABEL', 'SECTIONS', 'ANSWERS', 'RESOURCES',
        'PARTNER_COUNTS', 'NAMED_PARTNERS', 'TIES', 'OBSTACLES', 'PLAN'])
);
create index share_scope_of_grant on capacity.share_scope (grant_id, set_at desc);

create function capacity.keep_scope() returns trigger language plpgsql as $$
begin
  raise exception 'what was opened stays on record: add another row' using errcode = 'restrict_violation';
end $$;

create trigger share_scope_never_changes before update or delete on capacity.share_scope
  for each row execute function capacity.keep_scope();

-- how often it was looked at; a day and a count, no address
create table capacity.share_opening (
    grant_id uuid not null references capacity.share_grant,
    day date not null,
    openings int not null,
    primary key (grant_id, day),
    constraint share_opening_counts check (openings > 0)
);

-- what an adviser writes beside an answer, or on the whole (no item), and what the association says to it
create table capacity.advice_comment (
    id uuid primary key,
    association_id uuid not null,
    grant_id uuid not null references capacity.share_grant,
    item text not null default '',
    words text not null,
    written_at timestamptz not null,
    read_at timestamptz,
    reply text not null default '',
    replied_by uuid,
    constraint advice_comment_short check (length(item) <= 20 and length(words) between 1 and 1000 and length(reply) <= 1000)
);
create index advice_comment_of_association on capacity.advice_comment (association_id, written_at);
create index advice_comment_of_grant on capacity.advice_comment (grant_id);

-- whether an association lets its results count in figures of its peers; each word stays, the latest holds
create table capacity.peer_consent (
    id uuid primary key,
    association_id uuid not null,
    given boolean not null,
    said_by uuid not null,
    said_at timestamptz not null
);
create index peer_consent_of_association on capacity.peer_consent (association_id, said_at desc);
