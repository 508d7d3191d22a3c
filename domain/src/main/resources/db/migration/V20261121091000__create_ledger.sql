create table if not exists ledger_account (
  id       varchar(48) not null primary key,
  owner_id varchar(40),
  kind     varchar(16) not null,
  posted   bigint      not null,
  held     bigint      not null,
  constraint ck_ledger_account_kind check (kind in ('WALLET', 'REVENUE', 'GRANT')),
  constraint ck_ledger_account_held check (held >= 0),
  constraint ck_ledger_account_covered check (kind <> 'WALLET' or posted - held >= 0)
);

insert into ledger_account (id, owner_id, kind, posted, held)
select * from (values
  ('acc_revenue', cast(null as varchar), 'REVENUE', 0, 0),
  ('acc_grants', cast(null as varchar), 'GRANT', 0, 0)
) as shipped
where not exists (select 1 from ledger_account);

create table if not exists ledger_transfer (
  id              varchar(40)  not null primary key,
  debit_account   varchar(48)  not null,
  credit_account  varchar(48)  not null,
  amount          bigint       not null,
  phase           varchar(8)   not null,
  pending_id      varchar(40),
  idempotency_key varchar(120) not null,
  reason          varchar(80)  not null,
  created_at      timestamp(6) with time zone not null,
  constraint fk_ledger_transfer_debit foreign key (debit_account) references ledger_account (id),
  constraint fk_ledger_transfer_credit foreign key (credit_account) references ledger_account (id),
  constraint fk_ledger_transfer_pending foreign key (pending_id) references ledger_transfer (id),
  constraint ck_ledger_transfer_amount check (amount > 0),
  constraint ck_ledger_transfer_sides check (debit_account <> credit_account),
  constraint ck_ledger_transfer_phase check (phase in ('SINGLE', 'PENDING', 'POST', 'VOID')),
  constraint ck_ledger_transfer_pending check ((phase in ('POST', 'VOID')) = (pending_id is not null)),
  constraint uq_ledger_transfer_key unique (idempotency_key),
  constraint uq_ledger_transfer_resolved_once unique (pending_id)
);
