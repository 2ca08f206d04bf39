-- what an association reports of a campaign; figures are those of the books on the day it was published, frozen
create table transparency.report (
    id uuid primary key,
    campaign_id uuid not null,
    association_id uuid not null,
    promise_id uuid,
    kind text not null,
    title text not null,
    body text not null,
    state text not null,
    figures jsonb,
    published_on date,
    published_at timestamptz,
    author uuid not null,
    role text not null,
    created_at timestamptz not null,
    constraint report_kind_known check (kind in ('REPORT', 'CLOSING')),
    constraint report_state_known check (state in ('DRAFT', 'PUBLISHED')),
    constraint report_public_with_its_figures check (
        (state = 'PUBLISHED') = (figures is not null and published_on is not null and published_at is not null)),
    constraint report_says_something check (state = 'DRAFT' or (title <> '' and body <> ''))
);
create index report_of_campaign on transparency.report (campaign_id, published_at desc);

create function transparency.keep_report() returns trigger language plpgsql as $$
begin
  raise exception 'a published report never changes: publish another one' using errcode = 'restrict_violation';
end $$;

create trigger report_never_changes before update or delete on transparency.report
  for each row when (old.state = 'PUBLISHED') execute function transparency.keep_report();
