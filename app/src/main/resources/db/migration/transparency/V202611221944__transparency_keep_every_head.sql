-- every head that was signed is kept: what a mail may hold is known here too, and only added to
drop trigger checkpoint_never_shrinks on transparency.checkpoint;
drop trigger checkpoint_is_never_deleted on transparency.checkpoint;
alter table transparency.checkpoint drop constraint checkpoint_pkey, add primary key (campaign, size);
create trigger checkpoint_never_changes before update or delete on transparency.checkpoint
  for each row execute function transparency.refuse_change();
create trigger checkpoint_is_never_emptied before truncate on transparency.checkpoint
  for each statement execute function transparency.refuse_change();

-- signed: a head was, so that one must be there
alter table transparency.journal add column signed boolean not null default false;
update transparency.journal set signed = true
where exists (select from transparency.checkpoint head where head.campaign = journal.campaign);
create trigger journal_stays_signed before update on transparency.journal
  for each row when (old.signed and not new.signed) execute function transparency.refuse_change();
