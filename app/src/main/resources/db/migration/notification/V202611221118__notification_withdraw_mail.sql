-- a mail to somebody who was erased before it left
alter table notification.mail drop constraint mail_state_is_known;
alter table notification.mail add constraint mail_state_is_known
  check (state in ('WAITING', 'SENT', 'SHOWN', 'FAILED', 'WITHDRAWN'));

-- what is still to be emptied: those that held a secret lost their values when they left, and kept their address
drop index notification.mail_with_values;
create index mail_not_emptied on notification.mail (created_at) where recipient <> '';
create index mail_by_recipient on notification.mail (lower(recipient)) where recipient <> '';
