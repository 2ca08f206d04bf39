-- the list for patrons looks for words in names too; as campaign.search, in French
create index association_words on association.association
  using gin (to_tsvector('public.fr_plain', name || ' ' || city));
