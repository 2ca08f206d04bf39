-- a movement of the balance is known by the provider's id of it: two may be of the same second
alter table payment.dispute
  drop column heard_until,
  -- fewer than movements where they were heard of before their ids were kept
  add column heard text[] not null default '{}';
