-- The place of a delivered image in its tenant's gallery. No key of another table is referred to:
-- an image's row comes in the same transaction, and H2 would make a narrow index for each reference
-- and prefer it to the ones lists are read by.
create table if not exists gallery_item (
  id            varchar(64)   not null primary key,
  tenant_id     varchar(40)   not null,
  user_id       varchar(40)   not null,
  image_id      varchar(48)   not null,
  generation_id varchar(40)   not null,
  model_id      varchar(120)  not null,
  title         varchar(200)  not null,
  sort_title    varchar(200)  not null,
  description   varchar(2000) not null,
  tags          varchar(2000) not null,
  is_public     boolean       not null,
  is_featured   boolean       not null,
  trashed       boolean       not null,
  made_month    integer       not null,
  views         bigint        not null,
  likes         bigint        not null,
  downloads     bigint        not null,
  indexed       boolean       not null,
  created_at    timestamp(6) with time zone not null,
  added_at      timestamp(6) with time zone not null,
  deleted_at    timestamp(6) with time zone,
  version       bigint        not null,
  constraint uq_gallery_item_image unique (image_id)
);

-- One for each order a list can have; the equality columns first, in ORDER BY too.
create index if not exists ix_gallery_item_newest
  on gallery_item (tenant_id, trashed, created_at desc, id desc);
create index if not exists ix_gallery_item_likes
  on gallery_item (tenant_id, trashed, likes desc, id desc);
create index if not exists ix_gallery_item_views
  on gallery_item (tenant_id, trashed, views desc, id desc);
create index if not exists ix_gallery_item_downloads
  on gallery_item (tenant_id, trashed, downloads desc, id desc);
create index if not exists ix_gallery_item_title
  on gallery_item (tenant_id, trashed, sort_title, id);
create index if not exists ix_gallery_item_model
  on gallery_item (tenant_id, trashed, model_id, created_at desc, id desc);
create index if not exists ix_gallery_item_month on gallery_item (tenant_id, trashed, made_month);
create index if not exists ix_gallery_item_public
  on gallery_item (is_public, trashed, created_at desc, id desc);
create index if not exists ix_gallery_item_public_likes
  on gallery_item (is_public, trashed, likes desc, id desc);
create index if not exists ix_gallery_item_deleted on gallery_item (deleted_at);
create index if not exists ix_gallery_item_indexed on gallery_item (indexed);

-- What an item is found by: t:<tag> and w:<word>. Its index differs by database.
create table if not exists gallery_term (
  item_id   varchar(64) not null,
  term      varchar(80) not null,
  tenant_id varchar(40) not null,
  constraint pk_gallery_term primary key (item_id, term)
);

create table if not exists gallery_like (
  item_id    varchar(64) not null,
  user_id    varchar(40) not null,
  created_at timestamp(6) with time zone not null,
  constraint pk_gallery_like primary key (item_id, user_id)
);

create index if not exists ix_gallery_like_user on gallery_like (user_id, item_id);

-- Who was counted on a day already. The viewer is a keyed hash, and the row goes two days later.
create table if not exists gallery_visit (
  item_id    varchar(64) not null,
  visit_kind varchar(8)  not null,
  viewer     varchar(64) not null,
  visit_day  date        not null,
  constraint pk_gallery_visit primary key (item_id, visit_kind, viewer, visit_day)
);

create index if not exists ix_gallery_visit_day on gallery_visit (visit_day);

create table if not exists gallery_collection (
  id             varchar(40)   not null primary key,
  tenant_id      varchar(40)   not null,
  user_id        varchar(40)   not null,
  name           varchar(120)  not null,
  slug           varchar(80)   not null,
  description    varchar(2000) not null,
  is_public      boolean       not null,
  cover_image_id varchar(48),
  created_at     timestamp(6) with time zone not null,
  version        bigint        not null,
  constraint uq_gallery_collection_slug unique (tenant_id, slug)
);

create index if not exists ix_gallery_collection_newest
  on gallery_collection (tenant_id, created_at desc, id desc);

create table if not exists collection_item (
  collection_id varchar(40) not null,
  item_id       varchar(64) not null,
  added_at      timestamp(6) with time zone not null,
  constraint pk_collection_item primary key (collection_id, item_id)
);

create index if not exists ix_collection_item_item on collection_item (item_id, collection_id);

-- What was made before there was a gallery is filed as if there had been one; its words follow.
insert into gallery_item (id, tenant_id, user_id, image_id, generation_id, model_id, title,
  sort_title, description, tags, is_public, is_featured, trashed, made_month, views, likes,
  downloads, indexed, created_at, added_at, deleted_at, version)
select 'gallery_item_' || substring(i.id from 5), i.tenant_id, g.user_id, i.id, g.id, g.model_id, '',
  lower(substring(g.prompt from 1 for 100)), '', '', false, false, false,
  extract(year from i.created_at at time zone 'UTC') * 100
    + extract(month from i.created_at at time zone 'UTC'),
  0, 0, 0, false, i.created_at, i.created_at, null, 1
from image i
join generation g on g.id = i.generation_id
join app_user u on u.id = g.user_id
where i.deleted_at is null
  and i.image_role = 'RESULT'
  and u.auto_save_gallery
  and not exists (select 1 from gallery_item x where x.image_id = i.id);
