-- a public text of an expense may be taken away before its term, with a reason that is public; what was spent stays
alter table transparency.expense add column purpose_withdrawn boolean not null default false;
alter table transparency.expense add column withdrawal text not null default '';
