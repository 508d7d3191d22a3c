create table if not exists image_model (
  id                varchar(120)  not null primary key,
  name              varchar(120)  not null,
  description       varchar(1000) not null,
  version           varchar(40)   not null,
  owner             varchar(80)   not null,
  model_type        varchar(40)   not null,
  release_date      date,
  capabilities      varchar(200)  not null,
  features          varchar(200),
  lifecycle         varchar(12)   not null,
  successor_id      varchar(120),
  sunset_on         date,
  vip_required      boolean       not null,
  sizes             varchar(1000),
  only_listed_sizes boolean       not null,
  min_edge          integer       not null,
  max_edge          integer       not null,
  edge_multiple     integer       not null,
  default_size      varchar(16)   not null,
  max_outputs       integer       not null,
  max_prompt_length integer       not null,
  min_steps         integer       not null,
  max_steps         integer       not null,
  default_steps     integer       not null,
  min_guidance      double precision not null,
  max_guidance      double precision not null,
  default_guidance  double precision not null,
  schedulers        varchar(400),
  source_type       varchar(32)   not null,
  created_at        timestamp(6) with time zone not null
);

create table if not exists model_alias (
  alias    varchar(120) not null primary key,
  model_id varchar(120) not null,
  constraint fk_model_alias_model foreign key (model_id) references image_model (id)
);

create table if not exists model_route (
  id          varchar(160) not null primary key,
  model_id    varchar(120) not null,
  adapter     varchar(40)  not null,
  upstream_id varchar(200) not null,
  preference  integer      not null,
  enabled     boolean      not null,
  constraint fk_model_route_model foreign key (model_id) references image_model (id)
);

create table if not exists price_rule (
  id           varchar(160) not null primary key,
  model_id     varchar(120) not null,
  operation    varchar(32)  not null,
  rule_version integer      not null,
  usd_micros   bigint       not null,
  created_at   timestamp(6) with time zone not null,
  constraint fk_price_rule_model foreign key (model_id) references image_model (id),
  constraint uq_price_rule_version unique (model_id, operation, rule_version),
  constraint ck_price_rule_amount check (usd_micros >= 0)
);
