-- Identity providers that operators entered, beside the one that is configured.
create table if not exists identity_provider (
  slug          varchar(40) not null primary key,
  name          varchar(80) not null,
  issuer        varchar(500) not null,
  client_id     varchar(255) not null,
  client_secret varchar(2000) not null,
  domains       varchar(2000) not null,
  enabled       boolean not null,
  version       bigint not null,
  created_at    timestamp(6) with time zone not null,
  updated_at    timestamp(6) with time zone not null,
  constraint uq_identity_provider_issuer unique (issuer)
);

-- What groups of a provider give; also of the configured one, which has no row above.
create table if not exists provider_rule (
  id           varchar(40) not null primary key,
  provider     varchar(40) not null,
  group_name   varchar(255) not null,
  tenant_id    varchar(40),
  member_role  varchar(20),
  operator     boolean not null,
  created_at   timestamp(6) with time zone not null,
  constraint fk_provider_rule_tenant foreign key (tenant_id) references tenant (id)
);

create index if not exists ix_provider_rule_provider on provider_rule (provider, created_at);
create index if not exists ix_membership_provider on membership (provider);
