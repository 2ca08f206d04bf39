-- what came of checking the seal of a file against the journal of the instance it was read on; none when it was not checked
alter table patron.brought_file
  add column seal text,
  add constraint brought_file_seal_known check (seal in ('HOLDS', 'NOT_SIGNED', 'NOT_IN_JOURNAL', 'JOURNAL_BROKEN'));
