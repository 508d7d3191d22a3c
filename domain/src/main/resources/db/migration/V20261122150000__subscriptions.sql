-- The month a tenant's plan runs from and to, in days of UTC. The plan itself stands with the
-- tenant, which every request reads. Rows of tenants that were there before are made by the chore
-- that renews subscriptions, because months end on days that SQL does not reckon portably.
create table if not exists subscription (
  tenant_id    varchar(40) not null primary key,
  status       varchar(12) not null,
  anchor_day   integer     not null,
  period_start date        not null,
  period_end   date        not null,
  granted      bigint      not null,
  constraint fk_subscription_tenant foreign key (tenant_id) references tenant (id),
  constraint ck_subscription_status check (status in ('ACTIVE', 'CANCELLED')),
  constraint ck_subscription_anchor check (anchor_day between 1 and 31),
  constraint ck_subscription_period check (period_start <= period_end),
  constraint ck_subscription_granted check (granted >= 0)
);

create index if not exists ix_subscription_due on subscription (period_end);
