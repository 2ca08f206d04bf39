-- the gifts and the spending of a file are held against the entries too, and why a journal was not read is kept
alter table patron.brought_file drop constraint brought_file_seal_known;
-- checked before its figures were: it no longer says enough
update patron.brought_file set seal = null where seal = 'HOLDS';
alter table patron.brought_file
  add constraint brought_file_seal_known check (seal in (
    'HOLDS', 'OTHER_GIFTS', 'OTHER_SPENDING', 'OTHER_FIGURES', 'NOT_SIGNED', 'NOT_IN_JOURNAL', 'JOURNAL_BROKEN',
    'NOT_GIVEN', 'TOO_LONG', 'NO_TIME'));
