-- every wording of a public update, as it was hashed for the journal; withdrawing the update takes them away
create table campaign.news_wording (
    news_id uuid not null references campaign.news,
    revision int not null,
    fingerprint bytea not null,
    said text not null,
    primary key (news_id, revision),
    constraint news_wording_fingerprint_has_32_bytes check (octet_length(fingerprint) = 32)
);
create index news_wording_by_fingerprint on campaign.news_wording (fingerprint);

insert into campaign.news_wording (news_id, revision, fingerprint, said)
select id, revision, sha256(convert_to(said, 'UTF8')), said
from (
    select id, revision, octet_length(title) || ':' || title || chr(10) || octet_length(body) || ':' || body || chr(10)
        || octet_length(video) || ':' || video || chr(10) as said
    from campaign.news where state = 'PUBLISHED') public;
