-- who did what to which object: ids and codes only, so that nothing a person may ask to erase is ever in it
create table platform.audit (
  id             uuid primary key,
  at             timestamptz not null,
  person_id      uuid,
  act            text        not null,
  association_id uuid,
  object         text        not null,
  constraint audit_act_is_a_code check (act ~ '^[a-z][a-z0-9.-]{1,60}$'),
  constraint audit_object_is_a_key check (object ~ '^[A-Za-z0-9._: -]{0,200}$')
);

create index audit_by_association on platform.audit (association_id, id);

create function platform.refuse_change_of_audit() returns trigger language plpgsql as $$
begin
  raise exception 'the log of acts is append-only: % refused', tg_op using errcode = 'insufficient_privilege';
end $$;

create trigger audit_is_append_only before update or delete on platform.audit
  for each row execute function platform.refuse_change_of_audit();
create trigger audit_is_never_emptied before truncate on platform.audit
  for each statement execute function platform.refuse_change_of_audit();
