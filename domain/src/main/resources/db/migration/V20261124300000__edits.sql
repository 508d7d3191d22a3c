-- Work on given images: its own settings, further inputs, and what was found out on the way.
alter table generation alter column operation set data type varchar(32);
alter table generation add column if not exists edit_settings varchar(20000);
alter table generation add column if not exists reference_ids varchar(1000);
alter table generation add column if not exists findings varchar(20000);
alter table generation add column if not exists nsfw_filter boolean default false not null;

-- Images that come along with a result, what is told of an image, and what measurements say of it.
alter table image add column if not exists image_role varchar(8) default 'RESULT' not null;
alter table image add column if not exists facts varchar(20000);
alter table image add column if not exists nsfw_score double precision;
alter table image add column if not exists brisque double precision;

-- The built-in network serves a model that was shipped without any way before.
insert into model_route (id, model_id, adapter, upstream_id, preference, enabled)
select 'real-esrgan@toolbox', m.id, 'toolbox', 'general', 100, true
  from image_model m
 where m.id = 'real-esrgan'
   and not exists (select 1 from model_route r where r.model_id = m.id);
