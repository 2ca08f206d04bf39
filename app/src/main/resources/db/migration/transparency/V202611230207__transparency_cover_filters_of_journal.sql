-- a page may choose in two ways that have little in common: each index knows the other ways too, so that the many entries
-- it passes over are never fetched
drop index transparency.entry_by_kind;
drop index transparency.entry_by_month;
drop index transparency.entry_by_line;
drop index transparency.entry_by_band;
create index entry_by_kind on transparency.entry (campaign, kind, seq) include (month, line, band);
create index entry_by_month on transparency.entry (campaign, month, seq) include (kind, line, band);
create index entry_by_line on transparency.entry (campaign, line, seq) include (kind, month, band) where line is not null;
create index entry_by_band on transparency.entry (campaign, band, seq) include (kind, month, line) where band is not null;
