-- Addresses under which strangers see an item or a collection. Whoever has the token may; it is
-- kept as it is, for its owner is shown the address again.
create table if not exists gallery_share (
  id             varchar(40) not null primary key,
  tenant_id      varchar(40) not null,
  user_id        varchar(40) not null,
  token          varchar(43) not null,
  item_id        varchar(64),
  collection_id  varchar(40),
  password_hash  varchar(400),
  expires_at     timestamp(6) with time zone,
  allow_download boolean not null,
  show_metadata  boolean not null,
  created_at     timestamp(6) with time zone not null,
  version        bigint not null,
  constraint uq_gallery_share_token unique (token),
  constraint ck_gallery_share_what check ((item_id is null) <> (collection_id is null))
);

create index if not exists ix_gallery_share_newest
  on gallery_share (tenant_id, created_at desc, id desc);
create index if not exists ix_gallery_share_item on gallery_share (item_id);
create index if not exists ix_gallery_share_collection on gallery_share (collection_id);

-- What was made of an image.
create index if not exists ix_generation_made_from on generation (init_image_id);
