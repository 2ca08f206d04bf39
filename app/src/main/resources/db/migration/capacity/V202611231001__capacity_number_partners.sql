-- what a partner is and what it is worth are two forms, and each has its own writers: the second is told of the first
alter table capacity.partner add column version integer not null default 1;
alter table capacity.partner add column weighed_version integer not null default 1;
alter table capacity.partner add constraint partner_versions_count check (version > 0 and weighed_version > 0);
