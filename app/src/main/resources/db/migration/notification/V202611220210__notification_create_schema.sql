create schema notification;

-- a mail is a row before it is sent; its values are sealed, because some of them sign a person in
create table notification.mail (
  id            uuid primary key,
  kind          text        not null,
  about         text        not null,
  recipient     text        not null,
  language      text        not null,
  template      text        not null,
  sealed_values bytea,
  useful_until  timestamptz,
  state         text        not null,
  attempts      int         not null default 0,
  next_at       timestamptz not null default now(),
  claimed_until timestamptz,
  last_error    text,
  created_at    timestamptz not null,
  done_at       timestamptz,
  constraint mail_is_queued_once unique (kind, about),
  constraint mail_language_is_known check (language in ('fr', 'en')),
  constraint mail_state_is_known check (state in ('WAITING', 'SENT', 'SHOWN', 'FAILED'))
);

create index mail_waiting on notification.mail (next_at) where state = 'WAITING';
create index mail_with_values on notification.mail (created_at) where sealed_values is not null;
