-- Table of the dispatch engine (db-scheduler). The index begins with the equality column of the
-- claim query, so that H2 reads the backlog in order instead of sorting it.
create table if not exists scheduled_tasks (
  task_name            varchar(100) not null,
  task_instance        varchar(100) not null,
  task_data            bytea,
  execution_time       timestamp(6) with time zone not null,
  picked               boolean      not null,
  picked_by            varchar(100),
  last_success         timestamp(6) with time zone,
  last_failure         timestamp(6) with time zone,
  consecutive_failures integer,
  last_heartbeat       timestamp(6) with time zone,
  version              bigint       not null,
  priority             integer,
  constraint pk_scheduled_tasks primary key (task_name, task_instance)
);

create index if not exists ix_scheduled_tasks_claim on scheduled_tasks (picked, priority desc, execution_time);
create index if not exists ix_scheduled_tasks_heartbeat on scheduled_tasks (picked, last_heartbeat);
