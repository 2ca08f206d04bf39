-- text and figures of a public report as they were hashed for the journal; figures of before are not known in that form
create table transparency.report_said (
    report uuid not null references transparency.report,
    name text not null,
    fingerprint bytea not null,
    said text not null,
    primary key (report, name),
    constraint report_said_name_known check (name in ('text', 'figures')),
    constraint report_said_fingerprint_has_32_bytes check (octet_length(fingerprint) = 32)
);
create index report_said_by_fingerprint on transparency.report_said (fingerprint);

insert into transparency.report_said (report, name, fingerprint, said)
select id, 'text', sha256(convert_to(said, 'UTF8')), said
from (
    select id, octet_length(title) || ':' || title || chr(10) || octet_length(body) || ':' || body || chr(10) as said
    from transparency.report where state = 'PUBLISHED') public;

create trigger report_said_never_changes before update or delete on transparency.report_said
  for each row execute function transparency.refuse_change();
