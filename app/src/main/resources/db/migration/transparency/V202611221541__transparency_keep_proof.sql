-- What shows that an expense was made: a private original, and the public copy somebody made of it; or a signed statement
-- in place of a payslip. The files are rows of platform.file, encrypted; these ids lead to nothing once they are erased.
create table transparency.proof (
  id              uuid primary key,
  association_id  uuid        not null,
  expense         uuid        not null references transparency.expense on delete cascade,
  kind            text        not null,
  state           text        not null,
  added_by        uuid        not null,
  added_at        timestamptz not null,
  file_name       text        not null,
  original_type   text        not null,
  original_size   int         not null,
  original_file   uuid,
  original_sha256 bytea,
  own_copy        boolean     not null default false,
  zones           text        not null default '',
  warnings        text        not null default '',
  copy_file       uuid,
  copy_sha256     bytea,
  copy_width      int         not null default 0,
  copy_height     int         not null default 0,
  statement       text        not null default '',
  published_on    date,
  withdrawn_on    date,
  reason          text        not null default '',
  constraint proof_kind_is_known check (kind in ('INVOICE', 'QUOTE', 'RECEIPT', 'OTHER', 'ATTESTATION')),
  constraint proof_state_is_known check (state in ('COVERED', 'PREPARED', 'READY', 'PUBLISHED', 'WITHDRAWN')),
  constraint proof_hashes_are_sha256 check (octet_length(original_sha256) = 32 and octet_length(copy_sha256) = 32),
  constraint proof_is_a_file_or_a_statement check ((kind = 'ATTESTATION') = (original_sha256 is null)),
  constraint proof_published_has_a_day check ((state in ('PUBLISHED', 'WITHDRAWN')) = (published_on is not null)),
  constraint proof_withdrawn_has_a_day check ((state = 'WITHDRAWN') = (withdrawn_on is not null))
);

create index proof_of_expense on transparency.proof (expense, id);
create index proof_to_reveal on transparency.proof (association_id, added_at) where state in ('COVERED', 'PREPARED');
create index proof_of_copy on transparency.proof (copy_sha256) where state in ('PUBLISHED', 'WITHDRAWN');
create index proof_by_age on transparency.proof (added_at) where original_file is not null;

-- the pages of an original as we drew them, and the words its text layer says are on them; both private files
create table transparency.proof_page (
  proof  uuid not null references transparency.proof on delete cascade,
  no     int  not null,
  width  int  not null,
  height int  not null,
  type   text not null,
  image  uuid not null,
  words  uuid,
  primary key (proof, no),
  constraint proof_page_is_one_of_a_few check (no between 1 and 20)
);

-- files that nothing leads to any more, in whatever way their proof went; a job deletes them, and with them their keys
create table transparency.proof_leftover (
  file uuid primary key
);

create function transparency.leave_proof_files() returns trigger language plpgsql as $$
begin
  insert into transparency.proof_leftover
    select file from (values (old.original_file), (old.copy_file)) as left_behind(file) where file is not null
    on conflict do nothing;
  return null;
end $$;

create trigger proof_leaves_its_files after delete on transparency.proof
  for each row execute function transparency.leave_proof_files();

create function transparency.leave_page_files() returns trigger language plpgsql as $$
begin
  insert into transparency.proof_leftover
    select file from (values (old.image), (old.words)) as left_behind(file) where file is not null
    on conflict do nothing;
  return null;
end $$;

create trigger proof_page_leaves_its_files after delete on transparency.proof_page
  for each row execute function transparency.leave_page_files();
