-- two people who write at once, and who reads while somebody writes: the second is told, nothing is lost or public unseen
alter table capacity.experience add column version integer not null default 1;
alter table capacity.experience add constraint experience_version_counts check (version > 0);
alter table capacity.experience_comment add column version integer not null default 1;
alter table capacity.experience_comment add constraint experience_comment_version_counts check (version > 0);
