-- Generations accepted per day: counted in the accepting transaction, so that neither a race nor a
-- restart nor a second server passes a plan's limit. The day is UTC's.
create table if not exists quota_day (
  tenant_id varchar(40) not null,
  utc_day   date        not null,
  used      bigint      not null,
  constraint pk_quota_day primary key (tenant_id, utc_day),
  constraint fk_quota_day_tenant foreign key (tenant_id) references tenant (id),
  constraint ck_quota_day_used check (used >= 0)
);

-- A key's own limit within its tenant's; absent for none.
alter table api_key add column if not exists per_minute integer;
