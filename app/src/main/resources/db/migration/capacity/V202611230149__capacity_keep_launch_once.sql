-- how a campaign was prepared when it became public: once
create unique index result_once_a_campaign on capacity.result (campaign_id) where campaign_id is not null;
