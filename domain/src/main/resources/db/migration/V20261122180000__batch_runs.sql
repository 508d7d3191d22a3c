-- Runs of batch jobs and the items they have to do. open_key is the job and its key while the run is
-- open and null once it has ended: a unique key that only open runs take part in.
create table if not exists batch_run (
  id             varchar(40)   not null primary key,
  job_name       varchar(60)   not null,
  run_key        varchar(120)  not null,
  open_key       varchar(200),
  parameters     varchar(4000) not null,
  state          varchar(12)   not null,
  fence          bigint        not null,
  owner          varchar(80),
  lease_until    timestamp(6) with time zone,
  stop_requested boolean       not null,
  planned        boolean       not null,
  failures       integer       not null,
  items_total    bigint        not null,
  items_done     bigint        not null,
  items_failed   bigint        not null,
  error          varchar(1000),
  created_at     timestamp(6) with time zone not null,
  started_at     timestamp(6) with time zone,
  ended_at       timestamp(6) with time zone,
  constraint ck_batch_run_state check (state in ('QUEUED', 'RUNNING', 'COMPLETED', 'FAILED', 'STOPPED')),
  constraint ck_batch_run_open check ((open_key is not null) = (state in ('QUEUED', 'RUNNING'))),
  constraint uq_batch_run_open unique (open_key)
);

create index if not exists ix_batch_run_created on batch_run (created_at desc, id desc);
create index if not exists ix_batch_run_job on batch_run (job_name, created_at desc, id desc);

create table if not exists batch_item (
  run_id   varchar(40)  not null,
  item_key varchar(200) not null,
  state    varchar(8)   not null,
  attempts integer      not null,
  error    varchar(1000),
  constraint uq_batch_item unique (run_id, item_key),
  constraint fk_batch_item_run foreign key (run_id) references batch_run (id) on delete cascade,
  constraint ck_batch_item_state check (state in ('OPEN', 'DONE', 'FAILED'))
);

create index if not exists ix_batch_item_open on batch_item (run_id, state, item_key);

-- What an audit of the ledger found, and what a rebuild changed. No foreign key to the run: checking
-- it would lock the run's row until the item is done.
create table if not exists ledger_finding (
  id         varchar(40)  not null primary key,
  run_id     varchar(40)  not null,
  check_name varchar(40)  not null,
  subject    varchar(60)  not null,
  expected   varchar(200) not null,
  found      varchar(200) not null,
  created_at timestamp(6) with time zone not null,
  constraint uq_ledger_finding unique (run_id, check_name, subject)
);
