-- Graphs of nodes as routes of models. Shipped ones are added at the start of the server.
create table if not exists workflow (
  id              varchar(80)    not null primary key,
  name            varchar(120)   not null,
  model_id        varchar(120)   not null,
  operation       varchar(32)    not null,
  preference      integer        not null,
  definition      varchar(300000) not null,
  shipped         boolean        not null,
  edited          boolean        not null,
  enabled         boolean        not null,
  checked_at      timestamp(6) with time zone,
  checked_against varchar(120),
  version         bigint         not null,
  created_at      timestamp(6) with time zone not null,
  updated_at      timestamp(6) with time zone not null,
  constraint fk_workflow_model foreign key (model_id) references image_model (id),
  constraint ck_workflow_checked check (not enabled or checked_at is not null)
);
