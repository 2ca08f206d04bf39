-- who was to be named without an amount once is in no public sum, also when it is named no more
alter table patron.pledge add column discreet boolean not null default false;
update patron.pledge set discreet = true where name_public and not amount_public;
