-- names that a partner had before, the latest first: they still stand in texts that others may read
alter table capacity.partner
    add column former_names text[] not null default '{}',
    add constraint partner_former_names_few check (cardinality(former_names) <= 10);
