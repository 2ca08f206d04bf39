-- what each condition of publication rested on when a campaign became public: facts, no person, no words of anybody
create table campaign.gate_met (
  campaign_id uuid not null references campaign.campaign on delete cascade,
  gate        text not null,
  kind        text not null,
  on_day      date,
  checked_on  date not null,
  primary key (campaign_id, gate),
  constraint gate_met_is_a_gate check (gate ~ '^[a-z]{2,30}$'),
  constraint gate_met_names_a_kind check (kind ~ '^[A-Za-z0-9,_-]{1,80}$')
);
