-- the exact rest of what was promised may be less than a euro; forms still ask for one at least
alter table donation.donation
  drop constraint donation_amount_is_bounded,
  add constraint donation_amount_is_bounded check (cents between 1 and 20000000);
