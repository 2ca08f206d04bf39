create schema operation;

-- one row once the sample data was begun; without told_at its story was interrupted and must not pass for whole
create table operation.sample_data (
  single   boolean     primary key default true,
  begun_at timestamptz not null,
  told_at  timestamptz,
  constraint sample_data_is_told_once check (single)
);
