-- Rendering nodes as administrators register them.
create table if not exists node (
  id             varchar(40)    not null primary key,
  name           varchar(64)    not null,
  kind           varchar(32)    not null,
  address        varchar(500)   not null,
  labels         varchar(8000)  not null,
  allowed        varchar(20000) not null,
  sealed_headers varchar(20000) not null,
  header_names   varchar(4000)  not null,
  tls_identity   varchar(64)    not null,
  max_in_flight  integer        not null,
  wish           varchar(16)    not null,
  version        bigint         not null,
  created_at     timestamp(6) with time zone not null,
  updated_at     timestamp(6) with time zone not null,
  constraint uq_node_name unique (name),
  constraint uq_node_address unique (address),
  constraint ck_node_wish check (wish in ('ACTIVE', 'CORDONED', 'DRAINING')),
  constraint ck_node_max_in_flight check (max_in_flight > 0)
);

-- What all servers know of a node; written under the lock of the row.
create table if not exists node_state (
  node_id           varchar(40)  not null primary key,
  faults            integer      not null,
  quarantined_at    timestamp(6) with time zone,
  quarantine_reason varchar(500),
  rounds            integer      not null,
  trial_at          timestamp(6) with time zone,
  software          varchar(200) not null,
  device            varchar(200) not null,
  memory            bigint       not null,
  memory_free       bigint       not null,
  memory_due_at     timestamp(6) with time zone not null,
  inventory_at      timestamp(6) with time zone,
  inventory_due_at  timestamp(6) with time zone not null,
  last_model        varchar(120),
  last_render_at    timestamp(6) with time zone,
  last_fault        varchar(500),
  last_fault_at     timestamp(6) with time zone,
  rendered          bigint       not null,
  failed            bigint       not null,
  constraint fk_node_state_node foreign key (node_id) references node (id)
);

create table if not exists node_inventory (
  node_id  varchar(40)      not null primary key,
  content  varchar(1000000) not null,
  taken_at timestamp(6) with time zone not null,
  constraint fk_node_inventory_node foreign key (node_id) references node (id)
);

-- How each server sees each node: one may reach what another cannot.
create table if not exists node_sight (
  id          varchar(130) not null primary key,
  node_id     varchar(40)  not null,
  server      varchar(80)  not null,
  reach_state varchar(16)  not null,
  reason      varchar(500) not null,
  since_at    timestamp(6) with time zone not null,
  seen_at     timestamp(6) with time zone,
  constraint fk_node_sight_node foreign key (node_id) references node (id)
);

-- Models that a node could not load, and until when they are kept off it.
create table if not exists node_breaker (
  id         varchar(170) not null primary key,
  node_id    varchar(40)  not null,
  model_id   varchar(120) not null,
  failures   integer      not null,
  failed_at  timestamp(6) with time zone not null,
  open_until timestamp(6) with time zone,
  constraint fk_node_breaker_node foreign key (node_id) references node (id)
);
