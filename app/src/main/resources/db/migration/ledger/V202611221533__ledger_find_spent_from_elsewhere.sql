-- few rows: what is spent of other resources than gifts, found without reading the entries of gifts
create index entry_from_elsewhere on ledger.entry (campaign_id, budget_line_id)
  where not public_generosity and campaign_id is not null;
