create table if not exists generation (
  id               varchar(40)    not null primary key,
  tenant_id        varchar(40)    not null,
  user_id          varchar(40)    not null,
  key_id           varchar(40),
  surface          varchar(8)     not null,
  operation        varchar(16)    not null,
  model_id         varchar(120)   not null,
  model_used       varchar(250),
  prompt           varchar(32000) not null,
  negative_prompt  varchar(32000),
  effective_prompt varchar(34000) not null,
  width            integer        not null,
  height           integer        not null,
  image_count      integer        not null,
  steps            integer        not null,
  guidance         double precision not null,
  seed             bigint         not null,
  strength         double precision not null,
  sampler          varchar(60),
  scheduler        varchar(60),
  quality          varchar(16),
  output_format    varchar(8)     not null,
  encoding_quality integer        not null,
  transparent      boolean        not null,
  previews         integer        not null,
  init_image_id    varchar(48),
  mask_image_id    varchar(48),
  status           varchar(12)    not null,
  attempt          integer        not null,
  cancel_requested boolean        not null,
  unit_price       bigint         not null,
  price_rule_id    varchar(160)   not null,
  hold_id          varchar(40),
  captured         bigint         not null,
  delivered        integer        not null,
  error_kind       varchar(20),
  error_message    varchar(1000),
  remarks          varchar(8000),
  request_id       varchar(128)   not null,
  request_hash     varchar(64),
  metadata         varchar(20000),
  requested        varchar(20000),
  webhook_url      varchar(2048),
  end_user         varchar(200),
  created_at       timestamp(6) with time zone not null,
  retry_at         timestamp(6) with time zone,
  started_at       timestamp(6) with time zone,
  completed_at     timestamp(6) with time zone,
  version          bigint         not null,
  constraint fk_generation_tenant foreign key (tenant_id) references tenant (id),
  constraint ck_generation_status
    check (status in ('QUEUED', 'PROCESSING', 'COMPLETED', 'FAILED', 'CANCELLED')),
  constraint ck_generation_captured check (captured >= 0)
);

create index if not exists ix_generation_tenant on generation (tenant_id, created_at desc, id desc);
create index if not exists ix_generation_request_hash on generation (request_hash);
create index if not exists ix_generation_completed on generation (completed_at);

create table if not exists attempt (
  id             varchar(60)  not null primary key,
  generation_id  varchar(40)  not null,
  attempt_number integer      not null,
  adapter        varchar(40)  not null,
  upstream_id    varchar(200) not null,
  node           varchar(80)  not null,
  started_at     timestamp(6) with time zone not null,
  ended_at       timestamp(6) with time zone,
  outcome        varchar(500),
  constraint fk_attempt_generation foreign key (generation_id) references generation (id)
);

create table if not exists image (
  id             varchar(48)  not null primary key,
  generation_id  varchar(40)  not null,
  tenant_id      varchar(40)  not null,
  image_index    integer      not null,
  seed           bigint       not null,
  width          integer      not null,
  height         integer      not null,
  image_format   varchar(8)   not null,
  size_bytes     bigint       not null,
  sha256         varchar(64)  not null,
  blob_key       varchar(200) not null,
  thumbnail_key  varchar(200) not null,
  revised_prompt varchar(32000),
  created_at     timestamp(6) with time zone not null,
  deleted_at     timestamp(6) with time zone,
  constraint fk_image_generation foreign key (generation_id) references generation (id),
  constraint uq_image_place unique (generation_id, image_index)
);

create index if not exists ix_image_tenant on image (tenant_id, created_at desc, id desc);
create index if not exists ix_image_blob on image (blob_key);

create table if not exists idempotency_record (
  id            varchar(320) not null primary key,
  body_hash     varchar(64)  not null,
  generation_id varchar(40)  not null,
  created_at    timestamp(6) with time zone not null
);

create index if not exists ix_idempotency_record_created on idempotency_record (created_at);
