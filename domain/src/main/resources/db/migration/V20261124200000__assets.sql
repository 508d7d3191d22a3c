-- Pictures users gave us, one for each content and tenant. The row precedes the file: stored is
-- false while it is being written.
create table if not exists asset (
  id           varchar(40) not null primary key,
  tenant_id    varchar(40) not null,
  sha256       varchar(64) not null,
  asset_source varchar(8)  not null,
  image_format varchar(8)  not null,
  width        integer     not null,
  height       integer     not null,
  size_bytes   bigint      not null,
  file_name    varchar(200),
  stored       boolean     not null,
  created_at   timestamp(6) with time zone not null,
  last_used_at timestamp(6) with time zone not null,
  deleted_at   timestamp(6) with time zone,
  constraint fk_asset_tenant foreign key (tenant_id) references tenant (id),
  constraint uq_asset_content unique (tenant_id, sha256),
  constraint ck_asset_source check (asset_source in ('UPLOAD', 'INLINE', 'URL')),
  constraint ck_asset_format check (image_format in ('PNG', 'JPEG', 'WEBP', 'GIF')),
  constraint ck_asset_size check (width > 0 and height > 0 and size_bytes > 0)
);

create index if not exists ix_asset_newest on asset (tenant_id, created_at, id);
create index if not exists ix_asset_last_used on asset (last_used_at);
