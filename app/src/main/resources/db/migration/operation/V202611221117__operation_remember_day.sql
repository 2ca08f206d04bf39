-- how far the chapter is that is being told: what an interrupted day left under way happens on that day
alter table operation.sample_data add column reached timestamptz;
