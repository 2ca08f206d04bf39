-- which kinds of personal data were last looked through, and who is at it
create table platform.retention (
  code       text primary key,
  held_until timestamptz,
  done_at    timestamptz
);
