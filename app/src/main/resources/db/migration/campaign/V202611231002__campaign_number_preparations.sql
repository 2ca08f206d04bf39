-- two people who write at once: the second is told, nobody is overwritten unseen
alter table campaign.preparation add column version integer not null default 1;
alter table campaign.preparation add constraint preparation_version_counts check (version > 0);
