-- what somebody did that may not be done without end, for a limit a day; it does not go with the organisation, which can be
-- left and founded again
create table patron.counted_act (
  id bigint generated always as identity primary key,
  person_id uuid not null,
  kind text not null,
  -- of the address an invitation went to
  email_hash bytea,
  at timestamptz not null,
  constraint counted_act_kind_known check (kind in ('INVITATION', 'QUESTION')),
  constraint counted_act_names_the_invited check ((kind = 'INVITATION') = (email_hash is not null))
);
create index counted_act_by_person on patron.counted_act (person_id, kind, at);
create index counted_act_by_address on patron.counted_act (email_hash, at) where email_hash is not null;
create index counted_act_by_time on patron.counted_act (at);
