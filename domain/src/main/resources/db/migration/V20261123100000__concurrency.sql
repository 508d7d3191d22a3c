-- How many generations of a tenant run at once. What exceeds a plan's cap is not refused: it leaves
-- the queue for the waiting room, until a slot of its tenant is free.
alter table plan add column if not exists concurrency integer;

update plan set concurrency = 2 where id = 'free' and concurrency is null;
update plan set concurrency = 5 where id = 'basic' and concurrency is null;
update plan set concurrency = 20 where id = 'pro' and concurrency is null;

-- Generations that may not start yet; they have no row in scheduled_tasks meanwhile, so that
-- looking for what is due does not read past them. No foreign keys here: these rows are written
-- before the generation's own, in the same transaction.
create table if not exists waiting (
  generation_id varchar(40)  not null primary key,
  tenant_id     varchar(40)  not null,
  lane          varchar(20)  not null,
  model_id      varchar(120) not null,
  reason        varchar(40)  not null,
  entered_at    timestamp(6) with time zone not null
);

create index if not exists ix_waiting_line on waiting (tenant_id, lane, entered_at, generation_id);

-- Generations of tenants with a cap that run or were called to run.
create table if not exists running_slot (
  generation_id varchar(40) not null primary key,
  tenant_id     varchar(40) not null
);

create index if not exists ix_running_slot_tenant on running_slot (tenant_id);

-- One row per tenant with a cap, to be locked by whoever takes or hands out a slot. The tenant's own
-- row would be locked against everybody who inserts something that belongs to it.
create table if not exists tenant_gate (
  tenant_id varchar(40) not null primary key
);
