-- dated updates of a campaign; "news" for update is a word of SQL
create table campaign.news (
    id uuid primary key,
    campaign_id uuid not null references campaign.campaign,
    promise_id uuid,
    title text not null,
    body text not null,
    video text not null,
    state text not null,
    publish_at timestamptz,
    published_at timestamptz,
    revision int not null default 0,
    corrected_at timestamptz,
    correction text not null default '',
    withdrawn_at timestamptz,
    withdrawal text not null default '',
    author uuid not null,
    role text not null,
    created_at timestamptz not null,
    constraint news_state_known check (state in ('DRAFT', 'SCHEDULED', 'PUBLISHED', 'WITHDRAWN')),
    constraint news_published_when_public check ((published_at is not null) = (state in ('PUBLISHED', 'WITHDRAWN'))),
    constraint news_scheduled_for_an_hour check (state <> 'SCHEDULED' or publish_at is not null),
    constraint news_correction_is_dated check ((corrected_at is null) = (correction = '')),
    constraint news_withdrawn_with_a_reason check ((state = 'WITHDRAWN') = (withdrawn_at is not null and withdrawal <> '')),
    constraint news_says_something check (state = 'DRAFT' or (title <> '' and body <> ''))
);
create index news_of_campaign on campaign.news (campaign_id, published_at desc);
create index news_due on campaign.news (publish_at) where state = 'SCHEDULED';

-- reports are written above; campaigns only remember that they were made
create table campaign.report_notice (
    report_id uuid primary key,
    campaign_id uuid not null references campaign.campaign,
    promise_id uuid,
    title text not null,
    published_at timestamptz not null
);
create index report_notice_of_campaign on campaign.report_notice (campaign_id, published_at desc);

-- all that followers are told of and promises are kept by
create view campaign.told as
select 'UPDATE' as kind, id, campaign_id, promise_id, title, body, published_at
from campaign.news where state = 'PUBLISHED'
union all
select 'REPORT', report_id, campaign_id, promise_id, title, '', published_at
from campaign.report_notice;
