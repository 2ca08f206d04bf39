-- what an association says it does with the money of an ended campaign that was not spent; the latest is in force
create table transparency.remainder (
    campaign_id uuid not null,
    number int not null,
    association_id uuid not null,
    fate text not null,
    cents bigint not null,
    destination text not null,
    slug text,
    reason text not null,
    role text not null,
    edition int not null,
    terms text not null,
    stated_on date not null,
    author uuid not null,
    stated_at timestamptz not null,
    primary key (campaign_id, number),
    constraint remainder_fate_known check (fate in ('PURPOSE', 'CAMPAIGN', 'OBJECT', 'REFUND')),
    constraint remainder_is_money check (cents > 0),
    constraint remainder_goes_somewhere check ((fate = 'REFUND') = (destination = '')),
    constraint remainder_has_a_reason check (reason <> '')
);

create trigger remainder_never_changes before update or delete on transparency.remainder
  for each row execute function transparency.refuse_change();
