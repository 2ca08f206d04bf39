-- two people who write at once: the second is told, nobody is overwritten unseen
alter table capacity.plan_action add column version integer not null default 1;
alter table capacity.plan_action add constraint action_version_counts check (version > 0);
alter table capacity.strategy_text add column version integer not null default 1;
alter table capacity.strategy_text add constraint strategy_version_counts check (version > 0);
