-- People asked to join a tenant. Whoever has the link may, so only its hash is kept.
create table if not exists invitation (
  id          varchar(40)  not null primary key,
  tenant_id   varchar(40)  not null,
  email       varchar(320) not null,
  member_role varchar(16)  not null,
  token_hash  varchar(64)  not null,
  invited_by  varchar(40)  not null,
  created_at  timestamp(6) with time zone not null,
  expires_at  timestamp(6) with time zone not null,
  constraint fk_invitation_tenant foreign key (tenant_id) references tenant (id),
  constraint uq_invitation_token unique (token_hash),
  constraint uq_invitation_email unique (tenant_id, email),
  constraint ck_invitation_role check (member_role in ('OWNER', 'ADMIN', 'MEMBER', 'VIEWER'))
);

-- Who changed what, when and from where. Rows are only ever added.
create table if not exists audit_entry (
  id         varchar(40)   not null primary key,
  tenant_id  varchar(40),
  user_id    varchar(40),
  key_id     varchar(40),
  actor      varchar(320)  not null,
  action     varchar(60)   not null,
  target     varchar(120)  not null,
  detail     varchar(1000) not null,
  address    varchar(64)   not null,
  created_at timestamp(6) with time zone not null
);

create index if not exists ix_audit_entry_newest on audit_entry (tenant_id, created_at, id);
create index if not exists ix_audit_entry_all on audit_entry (created_at, id);
