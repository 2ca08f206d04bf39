-- cards refused in one session: a donor mistypes a few times, a thief tries hundreds
create table payment.decline (
  payment_id uuid primary key references payment.payment,
  tries      int  not null,
  constraint decline_is_counted check (tries > 0)
);
