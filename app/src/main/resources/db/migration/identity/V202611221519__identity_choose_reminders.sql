-- When a person wishes to be written to about what waits for them.
alter table identity.person
    add column reminders text not null default 'daily',
    add constraint person_reminders_known check (reminders in ('at-once', 'daily', 'never'));
