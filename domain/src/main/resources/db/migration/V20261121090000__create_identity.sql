-- H2 commits each statement of a migration by itself: one that was cut short is run again, so
-- everything here may meet what it made before.
create table if not exists plan (
  id              varchar(40)  not null primary key,
  display_name    varchar(80)  not null,
  per_minute      integer,
  per_hour        integer,
  per_day         integer,
  monthly_credits bigint       not null,
  storage_mb      integer      not null,
  vip             boolean      not null,
  constraint ck_plan_credits check (monthly_credits >= 0)
);

insert into plan (id, display_name, per_minute, per_hour, per_day, monthly_credits, storage_mb, vip)
select * from (values
  ('free', 'Free', 10, 100, 1000, 100, 1024, false),
  ('basic', 'Basic', 60, 1000, 10000, 1000, 5120, false),
  ('pro', 'Pro', 300, 5000, 50000, 5000, 10240, true),
  ('enterprise', 'Enterprise', null, null, null, 50000, 102400, true)
) as shipped
where not exists (select 1 from plan);

create table if not exists tenant (
  id          varchar(40)  not null primary key,
  name        varchar(200) not null,
  plan_id     varchar(40)  not null,
  vip_granted boolean      not null,
  created_at  timestamp(6) with time zone not null,
  constraint fk_tenant_plan foreign key (plan_id) references plan (id)
);

create table if not exists app_user (
  id                varchar(40)  not null primary key,
  tenant_id         varchar(40)  not null,
  email             varchar(320) not null,
  username          varchar(80)  not null,
  password_hash     varchar(400) not null,
  member_role       varchar(16)  not null,
  administrator     boolean      not null,
  default_model     varchar(120),
  default_size      varchar(16)  not null,
  nsfw_filter       boolean      not null,
  auto_save_gallery boolean      not null,
  created_at        timestamp(6) with time zone not null,
  constraint fk_app_user_tenant foreign key (tenant_id) references tenant (id),
  constraint uq_app_user_email unique (email)
);

create table if not exists api_key (
  id           varchar(40)  not null primary key,
  tenant_id    varchar(40)  not null,
  user_id      varchar(40)  not null,
  name         varchar(120) not null,
  secret_hash  varchar(64)  not null,
  last_four    varchar(4)   not null,
  created_at   timestamp(6) with time zone not null,
  expires_at   timestamp(6) with time zone,
  revoked_at   timestamp(6) with time zone,
  last_used_at timestamp(6) with time zone,
  constraint fk_api_key_tenant foreign key (tenant_id) references tenant (id),
  constraint fk_api_key_user foreign key (user_id) references app_user (id)
);
