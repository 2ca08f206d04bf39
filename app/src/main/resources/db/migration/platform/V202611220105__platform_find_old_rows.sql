-- what is deleted with age: facts come in the order of time, so the small kind of index does
create index event_recorded on platform.event using brin (recorded_at);

-- deleting a fact asks whether a delivery still names it
create index delivery_event on platform.delivery (event_id);
