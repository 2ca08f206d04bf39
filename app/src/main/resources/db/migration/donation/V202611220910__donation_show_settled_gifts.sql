-- what others may join: which payment settled which campaign's gift
create view donation.settled_gift as
select id, campaign_id, association_id, settled_by as payment_id
from donation.donation
where state = 'SETTLED';
