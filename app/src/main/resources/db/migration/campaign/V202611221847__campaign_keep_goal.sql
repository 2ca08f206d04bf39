-- the goal is that of the first edition (decision 0023); until now it followed the edition in force
update campaign.campaign c set goal_cents = launch.goal, minimum_cents = launch.minimum
from (
  select edition.campaign_id,
    coalesce(sum((line ->> 'askedCents')::bigint), 0)::bigint as goal,
    coalesce(sum((line ->> 'askedCents')::bigint) filter (where (line ->> 'indispensable')::boolean), 0)::bigint as minimum
  from campaign.edition edition, jsonb_array_elements(edition.plan -> 'lines') line
  where edition.number = 1
  group by edition.campaign_id) launch
where c.id = launch.campaign_id and c.edition > 1;
