-- which chapters of the sample data are told whole: an interrupted story goes on after them
alter table operation.sample_data add column finished text[] not null default '{}';

comment on table operation.sample_data is
  'one row once the sample data was begun; without told_at its story was interrupted and goes on at the next start';
