-- from then on only "paid" changes a payment: tells a declined try from a session that is over
alter table payment.payment add column ended_at timestamptz;

update payment.payment set ended_at = changed_at where state in ('SUCCEEDED', 'EXPIRED');

alter table payment.payment add constraint payment_that_ended_knows_when
  check (state not in ('SUCCEEDED', 'EXPIRED') or ended_at is not null);

-- a delayed payment that failed cannot be tried again in its session, a declined card can
alter table payment.simulated_session drop constraint simulated_state_is_known;
alter table payment.simulated_session add constraint simulated_state_is_known
  check (state in ('open', 'processing', 'paid', 'failed', 'bounced', 'expired'));
