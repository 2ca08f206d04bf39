-- what the bank statement says beside a gift that no provider carried, as whoever keeps the money typed it
alter table donation.donation
  add column bank_reference text,
  add constraint donation_bank_reference_short check (length(bank_reference) between 1 and 140);
