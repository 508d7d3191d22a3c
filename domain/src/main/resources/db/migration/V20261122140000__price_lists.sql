-- Prices by operation, size, quality, steps and volume, published as versions of all of a model's
-- prices at once. Until now each operation had versions of its own, the newest of which counted:
-- those that would be left behind come along into the model's newest version.
insert into price_rule (id, model_id, operation, rule_version, usd_micros, created_at)
select p.model_id || ':' || p.operation || ':' || cast(newest.version as varchar(12)),
  p.model_id, p.operation, newest.version, p.usd_micros, p.created_at
from price_rule p
join (select model_id, max(rule_version) as version from price_rule group by model_id) newest
  on newest.model_id = p.model_id
where p.rule_version < newest.version
  and p.rule_version =
    (select max(o.rule_version) from price_rule o
     where o.model_id = p.model_id and o.operation = p.operation);

create table if not exists price_list (
  id           varchar(140) not null primary key,
  model_id     varchar(120) not null,
  list_version integer      not null,
  active_from  timestamp(6) with time zone not null,
  reason       varchar(400) not null,
  actor        varchar(48)  not null,
  created_at   timestamp(6) with time zone not null,
  constraint fk_price_list_model foreign key (model_id) references image_model (id),
  constraint uq_price_list_version unique (model_id, list_version)
);

insert into price_list (id, model_id, list_version, active_from, reason, actor, created_at)
select model_id || ':' || cast(rule_version as varchar(12)), model_id, rule_version,
  min(created_at), 'shipped', 'system', min(created_at)
from price_rule p
where not exists
  (select 1 from price_list l where l.model_id = p.model_id and l.list_version = p.rule_version)
group by model_id, rule_version;

alter table price_rule add column if not exists max_pixels bigint;
alter table price_rule add column if not exists quality varchar(16);
alter table price_rule add column if not exists from_count integer default 1 not null;
alter table price_rule add column if not exists included_steps integer;
alter table price_rule add column if not exists usd_micros_per_extra_step bigint default 0 not null;

-- The foreign key first: H2 lets it use the index of the constraint that goes.
alter table price_rule drop constraint if exists fk_price_rule_model;
alter table price_rule drop constraint if exists uq_price_rule_version;
alter table price_rule drop constraint if exists fk_price_rule_list;
alter table price_rule add constraint fk_price_rule_list
  foreign key (model_id, rule_version) references price_list (model_id, list_version);
alter table price_rule drop constraint if exists ck_price_rule_terms;
alter table price_rule add constraint ck_price_rule_terms check (
  from_count >= 1 and usd_micros_per_extra_step >= 0
  and (max_pixels is null or max_pixels > 0)
  and (included_steps is null or included_steps >= 0));

alter table generation add column if not exists price_version integer default 1 not null;
update generation
set price_version =
  (select p.rule_version from price_rule p where p.id = generation.price_rule_id)
where price_rule_id in (select id from price_rule where rule_version <> 1);
