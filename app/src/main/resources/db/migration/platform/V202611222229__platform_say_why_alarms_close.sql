-- why an alarm is closed: what it says holds no more, or somebody looked; none for those closed before it was asked
alter table platform.alarm
  add column closed_because text,
  add constraint alarm_closed_because_is_known
    check (closed_because is null
      or closed_at is not null and closed_because in ('ITSELF', 'MENDED', 'EXPLAINED', 'NOTHING'));
