-- when a link to finish the gift later was mailed: once a gift, a few an hour to one address
alter table donation.donation add column later_mailed_at timestamptz;

create index donation_later_mailed on donation.donation (email, later_mailed_at) where later_mailed_at is not null;
