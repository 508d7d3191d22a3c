-- Every entry says what kind it is, whose wallet it moves, for which generation, and who caused it.
-- No foreign key to the generation: entries outlive what they paid for.
alter table ledger_account drop constraint if exists ck_ledger_account_kind;
alter table ledger_account add constraint ck_ledger_account_kind
  check (kind in ('WALLET', 'REVENUE', 'GRANT', 'TOP_UP', 'ADJUSTMENT'));

insert into ledger_account (id, owner_id, kind, posted, held)
select * from (values
  ('acc_top_ups', cast(null as varchar), 'TOP_UP', 0, 0),
  ('acc_adjustments', cast(null as varchar), 'ADJUSTMENT', 0, 0)
) as shipped
where not exists (select 1 from ledger_account where id = 'acc_adjustments');

alter table ledger_transfer add column if not exists kind varchar(12);
alter table ledger_transfer add column if not exists wallet_id varchar(48);
alter table ledger_transfer add column if not exists generation_id varchar(40);
alter table ledger_transfer add column if not exists image_id varchar(48);
alter table ledger_transfer add column if not exists capture_id varchar(40);
alter table ledger_transfer add column if not exists actor varchar(48);
alter table ledger_transfer alter column idempotency_key set data type varchar(400);
alter table ledger_transfer alter column reason set data type varchar(400);

update ledger_transfer
set wallet_id = case phase when 'SINGLE' then credit_account else debit_account end
where wallet_id is null;
update ledger_transfer
set kind = case phase
  when 'PENDING' then 'HOLD'
  when 'POST' then 'CAPTURE'
  when 'VOID' then 'RELEASE'
  else 'GRANT' end
where kind is null;
-- The key of a hold is 'hold:' and the generation.
update ledger_transfer
set generation_id = substring(idempotency_key from 6)
where phase = 'PENDING' and generation_id is null;
update ledger_transfer
set generation_id =
  (select h.generation_id from ledger_transfer h where h.id = ledger_transfer.pending_id)
where pending_id is not null and generation_id is null;
update ledger_transfer
set actor = coalesce(
  (select g.key_id from generation g where g.id = ledger_transfer.generation_id), 'system')
where actor is null;

alter table ledger_transfer alter column kind set not null;
alter table ledger_transfer alter column wallet_id set not null;
alter table ledger_transfer alter column actor set not null;

alter table ledger_transfer drop constraint if exists ck_ledger_transfer_kind;
alter table ledger_transfer add constraint ck_ledger_transfer_kind
  check (case phase
    when 'PENDING' then kind = 'HOLD'
    when 'POST' then kind = 'CAPTURE'
    when 'VOID' then kind = 'RELEASE'
    else kind in ('GRANT', 'TOP_UP', 'REFUND', 'ADJUSTMENT') end);
alter table ledger_transfer drop constraint if exists ck_ledger_transfer_wallet;
alter table ledger_transfer add constraint ck_ledger_transfer_wallet
  check (wallet_id = debit_account or wallet_id = credit_account);
alter table ledger_transfer drop constraint if exists ck_ledger_transfer_capture;
alter table ledger_transfer add constraint ck_ledger_transfer_capture
  check ((kind = 'REFUND') = (capture_id is not null));
alter table ledger_transfer drop constraint if exists ck_ledger_transfer_generation;
alter table ledger_transfer add constraint ck_ledger_transfer_generation
  check (kind not in ('HOLD', 'CAPTURE', 'RELEASE', 'REFUND') or generation_id is not null);

create index if not exists ix_ledger_transfer_capture on ledger_transfer (capture_id);
create index if not exists ix_ledger_transfer_generation on ledger_transfer (generation_id);
create index if not exists ix_ledger_transfer_wallet
  on ledger_transfer (wallet_id, created_at desc, id desc);

alter table ledger_transfer drop constraint if exists fk_ledger_transfer_capture;
alter table ledger_transfer add constraint fk_ledger_transfer_capture
  foreign key (capture_id) references ledger_transfer (id);

-- What was given back of the charge, so that lists and sums need not ask the ledger.
alter table generation add column if not exists refunded bigint default 0 not null;
alter table generation drop constraint if exists ck_generation_refunded;
alter table generation add constraint ck_generation_refunded
  check (refunded >= 0 and refunded <= captured);
