-- which ready-made campaign a draft began with: its questions and examples stand beside the fields
alter table campaign.campaign add column template text not null default '';
