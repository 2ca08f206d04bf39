-- who follows a campaign by mail; nobody is written to before the address is confirmed
create table campaign.follower (
    id uuid primary key,
    campaign_id uuid not null references campaign.campaign,
    email text not null,
    language text not null,
    rhythm text not null,
    token text not null,
    source text not null,
    address_block text not null default '',
    asked_at timestamptz not null,
    confirmed_at timestamptz,
    told_until timestamptz not null,
    constraint follower_follows_once unique (campaign_id, email),
    constraint follower_token_is_unique unique (token),
    constraint follower_rhythm_known check (rhythm in ('immediate', 'weekly')),
    constraint follower_source_known check (source in ('form', 'gift'))
);
create index follower_to_tell on campaign.follower (campaign_id, rhythm, told_until) where confirmed_at is not null;
create index follower_of_email on campaign.follower (email);
create index follower_of_block on campaign.follower (address_block, asked_at);
create index follower_unconfirmed on campaign.follower (asked_at) where confirmed_at is null;
