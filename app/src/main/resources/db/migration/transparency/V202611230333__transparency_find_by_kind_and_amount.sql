-- fees are small and gifts are not: of the two large sets that a page may choose together and that have nothing in common
create index entry_by_kind_and_band on transparency.entry (campaign, kind, band, seq) include (month, line)
  where band is not null;
