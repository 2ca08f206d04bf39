-- the association ends what will not come, and notes what came in kind
alter table patron.pledge
  drop constraint pledge_state_is_known,
  add constraint pledge_state_is_known
    check (state in ('PROPOSED', 'ACCEPTED', 'REFUSED', 'WITHDRAWN', 'EXPIRED', 'ENDED', 'FULFILLED')),
  drop constraint pledge_ends_once,
  add constraint pledge_ends_once
    check ((state in ('REFUSED', 'WITHDRAWN', 'EXPIRED', 'ENDED', 'FULFILLED')) = (ended_at is not null)),
  add constraint pledge_is_ended_after_it_was_accepted check (state not in ('ENDED', 'FULFILLED') or accepted_at is not null),
  add constraint pledge_is_fulfilled_in_kind check (state <> 'FULFILLED' or kind = 'SKILLS');
