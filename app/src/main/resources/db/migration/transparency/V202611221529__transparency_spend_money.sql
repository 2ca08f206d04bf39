-- What an association spends of a campaign, or means to (a commitment). The row moves through its states; what it did to
-- the books and to the journal is written there and never changes.
create table transparency.expense (
  id             uuid primary key,
  association_id uuid        not null,
  kind           text        not null,
  state          text        not null,
  version        int         not null,
  day            date        not null,
  currency       char(3)     not null,
  supplier       text        not null,
  supplier_shown boolean     not null,
  purpose        text        not null,
  paid           text        not null,
  paid_on        date,
  over_reason    text        not null,
  author         uuid        not null,
  created_at     timestamptz not null,
  submitted_at   timestamptz,
  approver       uuid,
  decided_at     timestamptz,
  answer         text        not null,
  replaces       uuid references transparency.expense,
  reason         text        not null,
  commitment     uuid references transparency.expense,
  settles        boolean     not null,
  forgotten      boolean     not null default false,
  constraint expense_kind_is_known check (kind in ('EXPENSE', 'COMMITMENT')),
  constraint expense_state_is_known
    check (state in ('DRAFT', 'SUBMITTED', 'APPROVED', 'REFUSED', 'PAID', 'AMENDED', 'REVERSED')),
  constraint expense_payment_is_known check (paid in ('BANK', 'CASH', 'LATER')),
  constraint expense_is_in_euros check (currency = 'EUR'),
  constraint expense_is_decided_by_another check (approver is null or approver <> author),
  constraint expense_is_approved_by_somebody
    check (state not in ('APPROVED', 'REFUSED', 'PAID', 'AMENDED', 'REVERSED')
      or approver is not null and decided_at is not null),
  constraint expense_refusal_has_a_reason check (state <> 'REFUSED' or answer <> '' or forgotten),
  constraint expense_correction_has_a_reason check (replaces is null or reason <> '' or forgotten),
  constraint expense_commitment_is_not_paid check (kind <> 'COMMITMENT' or state <> 'PAID' and commitment is null)
);

create index expense_of_association on transparency.expense (association_id, id desc);
-- one correction of an expense at a time
create unique index expense_is_corrected_once on transparency.expense (replaces)
  where replaces is not null and state <> 'REFUSED';
create index expense_consuming on transparency.expense (commitment) where commitment is not null;

-- the lines it is spent on, of one campaign or several; a correction without any part takes the expense back
create table transparency.expense_part (
  expense           uuid    not null references transparency.expense on delete cascade,
  position          int     not null,
  campaign          uuid    not null,
  budget_line       uuid    not null,
  cents             bigint  not null,
  account           text    not null,
  crod              text    not null,
  public_generosity boolean not null,
  primary key (expense, position),
  constraint expense_part_moves_money check (cents > 0),
  constraint expense_part_account_is_of_the_chart check (account ~ '^[26][0-9]{2,7}$'),
  constraint expense_part_has_a_destination check (crod ~ '^C[1-6]')
);

create index expense_part_of_campaign on transparency.expense_part (campaign, budget_line);

-- where money from elsewhere stands, as dated facts: what a campaign said at publication is in its edition
create table transparency.resource_fact (
  id             uuid primary key,
  association_id uuid        not null,
  campaign       uuid        not null,
  resource       uuid        not null,
  state          text        not null,
  cents          bigint      not null,
  day            date        not null,
  author         uuid        not null,
  noted_at       timestamptz not null,
  constraint resource_fact_state_is_known check (state in ('ASKED', 'GRANTED', 'RECEIVED', 'REFUSED')),
  constraint resource_fact_is_no_debt check (cents >= 0)
);

create index resource_fact_of_campaign on transparency.resource_fact (campaign, resource, day, id);

create trigger resource_fact_never_changes before update or delete on transparency.resource_fact
  for each row execute function transparency.refuse_change();
