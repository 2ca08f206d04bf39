-- « not now » is an answer to the three questions: kept, so that nobody is asked again
alter table capacity.experience drop constraint experience_state_known;
alter table capacity.experience add constraint experience_state_known
  check (state in ('DRAFT', 'DECLINED', 'SENT', 'RETURNED', 'PUBLISHED', 'REFUSED'));
alter table capacity.experience drop constraint experience_sent_whole;
alter table capacity.experience add constraint experience_sent_whole check (state in ('DRAFT', 'DECLINED', 'RETURNED')
  or helped <> '' and otherwise <> '' and advice <> '' and sent_at is not null);
alter table capacity.experience drop constraint experience_decided_with_its_day;
alter table capacity.experience add constraint experience_decided_with_its_day
  check (state in ('DRAFT', 'DECLINED', 'SENT') or decided_at is not null);
alter table capacity.experience drop constraint brought_experience_has_no_author;
alter table capacity.experience add constraint brought_experience_has_no_author
  check (campaign_id is not null or written_by is null and state not in ('DRAFT', 'DECLINED', 'RETURNED'));
