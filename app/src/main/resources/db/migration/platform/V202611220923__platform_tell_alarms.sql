-- when the operator was written to about an alarm; none for one that waits for it
alter table platform.alarm add column mailed_at timestamptz;

create index alarm_untold on platform.alarm (id) where closed_at is null and mailed_at is null;
create index alarm_closed on platform.alarm (closed_at) where closed_at is not null;

create index delivery_stuck on platform.delivery (event_id) where state = 'STUCK';
