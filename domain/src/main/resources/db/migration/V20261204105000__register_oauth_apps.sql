-- Programs registered with the identity provider; the id is the client id. Secrets are not here.
create table if not exists oauth_app (
  id              varchar(40) not null primary key,
  tenant_id       varchar(40) not null,
  user_id         varchar(40) not null,
  issuer          varchar(500) not null,
  name            varchar(60) not null,
  app_kind        varchar(20) not null,
  redirect_uris   varchar(4000) not null,
  scopes          varchar(300) not null,
  service_account boolean not null,
  service_subject varchar(255),
  created_at      timestamp(6) with time zone not null,
  registered_at   timestamp(6) with time zone,
  rotated_at      timestamp(6) with time zone,
  constraint fk_oauth_app_tenant foreign key (tenant_id) references tenant (id),
  constraint fk_oauth_app_user foreign key (user_id) references app_user (id)
);

create index if not exists ix_oauth_app_tenant on oauth_app (tenant_id, created_at);
