-- Who belongs to which tenant, as what. A user was made in one tenant, and may join others.
create table if not exists membership (
  id          varchar(40) not null primary key,
  user_id     varchar(40) not null,
  tenant_id   varchar(40) not null,
  member_role varchar(16) not null,
  created_at  timestamp(6) with time zone not null,
  constraint fk_membership_user foreign key (user_id) references app_user (id),
  constraint fk_membership_tenant foreign key (tenant_id) references tenant (id),
  constraint uq_membership unique (user_id, tenant_id),
  constraint ck_membership_role check (member_role in ('OWNER', 'ADMIN', 'MEMBER', 'VIEWER'))
);

create index if not exists ix_membership_tenant on membership (tenant_id, created_at, id);

insert into membership (id, user_id, tenant_id, member_role, created_at)
select replace(u.id, 'user_', 'mem_'), u.id, u.tenant_id, u.member_role, u.created_at
from app_user u
where not exists (select 1 from membership m where m.user_id = u.id);

-- Browsers that are signed in. To delete a row signs one out, on every server at once.
create table if not exists dashboard_session (
  id           varchar(40) not null primary key,
  token_hash   varchar(64) not null,
  user_id      varchar(40) not null,
  tenant_id    varchar(40) not null,
  address      varchar(64) not null,
  agent        varchar(200) not null,
  created_at   timestamp(6) with time zone not null,
  last_seen_at timestamp(6) with time zone not null,
  expires_at   timestamp(6) with time zone not null,
  constraint fk_dashboard_session_user foreign key (user_id) references app_user (id),
  constraint uq_dashboard_session_token unique (token_hash)
);

create index if not exists ix_dashboard_session_user on dashboard_session (user_id);
create index if not exists ix_dashboard_session_end on dashboard_session (expires_at);
