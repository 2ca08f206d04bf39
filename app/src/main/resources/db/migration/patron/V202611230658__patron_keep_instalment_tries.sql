-- gifts begun to pay an instalment: known by their id, for a key goes with a later try, an end or an erasure
create table patron.instalment_try (
  donation_id uuid primary key,
  pledge_id   uuid not null,
  number      int  not null,
  constraint instalment_try_is_of_one foreign key (pledge_id, number) references patron.instalment on delete cascade
);
create index instalment_try_by_instalment on patron.instalment_try (pledge_id, number);

insert into patron.instalment_try (donation_id, pledge_id, number)
select donation_id, pledge_id, number from patron.instalment_gift;
