-- in which language a removed partner is called « un partenaire » in the texts that named it
alter table capacity.partner add column removed_in text;
alter table capacity.partner add constraint partner_removed_in_a_language check (removed_in in ('fr', 'en'));
