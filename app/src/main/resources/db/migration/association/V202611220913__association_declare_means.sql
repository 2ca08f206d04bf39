-- where gifts reach an association without a provider, as it declares itself
create table association.payee (
  association_id uuid primary key references association.association,
  iban           text,
  bic            text,
  holder         text,
  cheque_order   text,
  cheque_address text,
  changed_by     uuid        not null,
  changed_at     timestamptz not null,
  constraint payee_iban_is_iban check (iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$'),
  constraint payee_bic_is_bic check (bic ~ '^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$'),
  constraint payee_transfer_is_whole check (num_nonnulls(iban, holder) in (0, 2) and (bic is null or iban is not null)),
  constraint payee_cheque_is_whole check (num_nonnulls(cheque_order, cheque_address) in (0, 2))
);
