-- What each person was told of by mail, so that nothing is told twice.
create table association.told_act (
    person_id uuid not null,
    act text not null,
    told_at timestamptz not null,
    constraint told_act_pk primary key (person_id, act)
);
create index told_act_by_age on association.told_act (told_at);
