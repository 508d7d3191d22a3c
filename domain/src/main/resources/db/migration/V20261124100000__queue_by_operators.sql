-- What operators do to the queue: hold dispatching back, and change the order.

-- What is not given out. One row says: nothing at all, or nothing of one lane, tenant or model.
create table if not exists queue_halt (
  scope   varchar(16)  not null,
  subject varchar(120) not null,
  note    varchar(500) not null,
  made_by varchar(40),
  made_at timestamp(6) with time zone not null,
  constraint pk_queue_halt primary key (scope, subject),
  constraint ck_queue_halt_scope check (scope in ('ALL', 'LANE', 'TENANT', 'MODEL'))
);

-- The place in the line, apart from the age: an operator changes the one and not the other.
alter table waiting add column if not exists placed_at timestamp(6) with time zone default current_timestamp not null;
update waiting set placed_at = entered_at;
create index if not exists ix_waiting_place on waiting (tenant_id, lane, placed_at, generation_id);
drop index if exists ix_waiting_line;

-- Generations that an operator lets go before all others, until they end. A table of its own, for it
-- is nearly always empty and asked for in each round.
create table if not exists expedited (
  generation_id varchar(40) not null primary key,
  made_at       timestamp(6) with time zone not null
);
