-- what an association shows everybody of its diagnosis; each choice a row of its own, the latest holds, none shows nothing
create table capacity.public_share (
    id uuid primary key,
    association_id uuid not null,
    shown text[] not null,
    set_by uuid not null,
    set_at timestamptz not null,
    constraint public_share_known check (shown <@ array['RESOURCES', 'PARTNER_COUNTS', 'NAMED_PARTNERS', 'PLAN'])
);
create index public_share_of_association on capacity.public_share (association_id, set_at desc, id desc);

create trigger public_share_never_changes before update or delete on capacity.public_share
  for each row execute function capacity.keep_scope();
