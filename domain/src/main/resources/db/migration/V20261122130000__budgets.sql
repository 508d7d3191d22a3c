-- Monthly caps of a tenant or of a family of keys. A month's numbers are a row of their own, changed
-- only by updates that carry their condition, so that no race passes a cap.
create table if not exists budget (
  id             varchar(40) not null primary key,
  tenant_id      varchar(40) not null,
  scope          varchar(8)  not null,
  subject_id     varchar(40) not null,
  monthly_cap    bigint      not null,
  active_subject varchar(48),
  created_at     timestamp(6) with time zone not null,
  removed_at     timestamp(6) with time zone,
  constraint fk_budget_tenant foreign key (tenant_id) references tenant (id),
  constraint ck_budget_scope check (scope in ('TENANT', 'KEY')),
  constraint ck_budget_cap check (monthly_cap >= 0),
  constraint ck_budget_active check ((active_subject is null) = (removed_at is not null)),
  constraint uq_budget_active_subject unique (active_subject)
);

create index if not exists ix_budget_tenant on budget (tenant_id, created_at desc, id desc);

create table if not exists budget_period (
  budget_id varchar(40) not null,
  period    varchar(7)  not null,
  spent     bigint      not null,
  held      bigint      not null,
  constraint pk_budget_period primary key (budget_id, period),
  constraint fk_budget_period_budget foreign key (budget_id) references budget (id),
  constraint ck_budget_period_spent check (spent >= 0),
  constraint ck_budget_period_held check (held >= 0)
);

-- Where a hold was counted: it is settled and refunded there, whatever month it is by then and
-- whatever became of the budget.
create table if not exists budget_hold (
  hold_id   varchar(40) not null,
  budget_id varchar(40) not null,
  period    varchar(7)  not null,
  amount    bigint      not null,
  constraint pk_budget_hold primary key (hold_id, budget_id),
  constraint fk_budget_hold_period foreign key (budget_id, period)
    references budget_period (budget_id, period),
  constraint ck_budget_hold_amount check (amount > 0)
);

create table if not exists budget_alert (
  budget_id  varchar(40) not null,
  period     varchar(7)  not null,
  threshold  integer     not null,
  created_at timestamp(6) with time zone not null,
  constraint pk_budget_alert primary key (budget_id, period, threshold),
  constraint fk_budget_alert_budget foreign key (budget_id) references budget (id)
);
