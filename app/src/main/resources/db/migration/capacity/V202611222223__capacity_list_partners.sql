create schema if not exists capacity;

-- who an association works with: one living list, asked again by every diagnosis; names stay with the association
create table capacity.partner (
    id uuid primary key,
    association_id uuid not null,
    name text not null,
    kind text not null,
    reach text not null,
    brings text[] not null default '{}',
    exchange text,
    rhythm text,
    useful text,
    gain text not null default '',
    cost_time text,
    cost_money text,
    cost_dependence text,
    cost text not null default '',
    decision text,
    substitute text not null default '',
    review_on date,
    created_at timestamptz not null,
    removed_at timestamptz,
    constraint partner_is_of_its_association unique (association_id, id),
    constraint partner_has_a_name check (length(name) between 1 and 120),
    constraint partner_kind_is_known check (kind in
        ('ASSOCIATION', 'PUBLIC', 'COMPANY', 'FOUNDATION', 'EDUCATION', 'NETWORK', 'MEDIA', 'OTHER')),
    constraint partner_reach_is_known check (reach in ('LOCAL', 'REGIONAL', 'NATIONAL', 'INTERNATIONAL')),
    constraint partner_brings_what_is_known check (brings <@ array['VIS', 'INF', 'RES', 'SKI', 'LEG']),
    constraint partner_exchange_is_known check (exchange in ('ONLINE', 'IN_PERSON', 'BOTH')),
    constraint partner_rhythm_is_known check (rhythm in ('MONTHLY', 'QUARTERLY', 'RARE')),
    constraint partner_use_is_known check (useful in ('YES', 'REVIEW', 'NO')),
    constraint partner_costs_are_known check (cost_time in ('NONE', 'SOME', 'MUCH')
        and cost_money in ('NONE', 'SOME', 'MUCH') and cost_dependence in ('NONE', 'SOME', 'MUCH')),
    constraint partner_decision_is_known check (decision in ('KEEP', 'REVIEW', 'LEAVE')),
    constraint partner_texts_are_short check (
        length(gain) <= 500 and length(cost) <= 500 and length(substitute) <= 300)
);
create index partner_removed on capacity.partner (removed_at) where removed_at is not null;

-- whether two partners work together too, as far as the association knows; an unordered pair, no row = not asked
create table capacity.partner_tie (
    association_id uuid not null,
    one uuid not null,
    other uuid not null,
    answer text not null,
    primary key (one, other),
    constraint tie_is_between_two check (one < other),
    constraint tie_answer_is_known check (answer in ('YES', 'NO', 'UNKNOWN')),
    constraint tie_begins_at_an_own_partner foreign key (association_id, one)
        references capacity.partner (association_id, id) on delete cascade,
    constraint tie_ends_at_an_own_partner foreign key (association_id, other)
        references capacity.partner (association_id, id) on delete cascade
);
create index tie_by_its_end on capacity.partner_tie (other);
