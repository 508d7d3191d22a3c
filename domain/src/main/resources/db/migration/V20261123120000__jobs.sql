-- Jobs that nodes work on by themselves: which node has it, under which id, and since when it
-- renders. Written before it is sent, so that a server that died can be taken over from.
alter table attempt add column if not exists node_id varchar(40);
alter table attempt add column if not exists job_id varchar(36);
alter table attempt add column if not exists rendering_since timestamp(6) with time zone;

-- What is to be done, how much work that is, and the node it was lost on last.
alter table waiting add column if not exists operation varchar(32) default '' not null;
alter table waiting add column if not exists cost double precision default 1 not null;
alter table waiting add column if not exists avoids varchar(40);

-- A tenant's share of the nodes beside others who wait.
alter table plan add column if not exists weight integer default 1 not null;
update plan set weight = 2 where id = 'basic' and weight = 1;
update plan set weight = 10 where id = 'pro' and weight = 1;
update plan set weight = 20 where id = 'enterprise' and weight = 1;

-- Generations that were given a place on a node, until they end or are given back.
create table if not exists node_slot (
  generation_id varchar(40)  not null primary key,
  node_id       varchar(40)  not null,
  model_id      varchar(120) not null,
  taken_at      timestamp(6) with time zone not null
);

create index if not exists ix_node_slot_node on node_slot (node_id);

-- One row per node, to be locked by whoever gives a place away.
create table if not exists node_gate (
  node_id varchar(40) not null primary key
);
