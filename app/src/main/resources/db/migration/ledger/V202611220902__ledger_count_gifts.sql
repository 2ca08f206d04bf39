-- How many gifts stand in a total. Counting credits would count money that came back after a refund as a new gift; the
-- label of a transaction says what it is, so that the count can be made anew from the books.
alter table ledger.total add column gifts bigint not null default 0;

update ledger.total set gifts = credits where account like '754%';

create or replace view ledger.campaign_total as
select campaign_id,
       association_id,
       currency,
       coalesce(-sum(cents) filter (where account like '754%'), 0)::bigint as received_cents,
       sum(gifts)::bigint                                                  as gifts,
       coalesce(sum(cents) filter (where account = '627'), 0)::bigint      as fees_cents,
       max(updated_at)                                                     as updated_at
from ledger.total
where campaign_id is not null
group by campaign_id, association_id, currency;
