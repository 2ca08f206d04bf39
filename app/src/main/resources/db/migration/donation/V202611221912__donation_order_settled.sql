-- which gifts of a campaign settled before one of them, for the trace on its page
create index donation_by_settling_order on donation.donation (campaign_id, settled_at, id) where state = 'SETTLED';
