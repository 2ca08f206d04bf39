-- paid, and the provider has not told yet what it keeps: few rows at any time
create index payment_fee_awaited on payment.payment (id) where state = 'SUCCEEDED' and fee_cents is null;

-- what others may join
create view payment.awaited_fee as
select id as payment_id
from payment.payment
where state = 'SUCCEEDED' and fee_cents is null;
