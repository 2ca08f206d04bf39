-- whether a partner may be named outside: asked by a mailed link; of one partner the row that nothing replaced holds
create table capacity.partner_naming (
    id uuid primary key,
    association_id uuid not null,
    partner_id uuid not null,
    -- as it would be shown: a yes is for these letters
    name text not null,
    -- null once answered, replaced or forgotten
    email text,
    token_hash bytea not null,
    asked_at timestamptz not null,
    answer text,
    answered_at timestamptz,
    replaced_at timestamptz,
    constraint partner_naming_is_of_an_own_partner foreign key (association_id, partner_id)
        references capacity.partner (association_id, id) on delete cascade,
    constraint partner_naming_link_once unique (token_hash),
    constraint partner_naming_texts_short check (length(name) between 1 and 120 and length(email) <= 254),
    constraint partner_naming_answer_known check (answer in ('YES', 'NO', 'TAKEN_BACK')),
    constraint partner_naming_answer_dated check ((answer is null) = (answered_at is null)),
    constraint partner_naming_address_goes_with_the_answer check (answer is null or email is null),
    constraint partner_naming_address_goes_with_the_link check (replaced_at is null or email is null)
);
create unique index partner_naming_one_holds on capacity.partner_naming (partner_id) where replaced_at is null;
create index partner_naming_of_partner on capacity.partner_naming (association_id, partner_id);
create index partner_naming_to_address on capacity.partner_naming (email) where email is not null;

-- a mail that asked, for the limits: stays when the partner or the address goes, and knows the address by a mark only
create table capacity.naming_mail (
    naming_id uuid primary key,
    association_id uuid not null,
    mark bytea not null,
    at timestamptz not null,
    -- since when the answer is no
    no_at timestamptz,
    constraint naming_mail_mark_whole check (length(mark) = 32)
);
create index naming_mail_by_day on capacity.naming_mail (association_id, at);
create index naming_mail_to_address on capacity.naming_mail (mark);
