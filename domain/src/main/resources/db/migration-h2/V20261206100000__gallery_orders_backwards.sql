-- H2 reads no index backwards: without these, the rising order of a large gallery is a sort of all of it.
create index if not exists ix_gallery_item_oldest
  on gallery_item (tenant_id desc, trashed desc, created_at, id);
create index if not exists ix_gallery_item_least_liked
  on gallery_item (tenant_id desc, trashed desc, likes, id);
create index if not exists ix_gallery_item_least_viewed
  on gallery_item (tenant_id desc, trashed desc, views, id);
create index if not exists ix_gallery_item_least_downloaded
  on gallery_item (tenant_id desc, trashed desc, downloads, id);
create index if not exists ix_gallery_item_title_falling
  on gallery_item (tenant_id desc, trashed desc, sort_title desc, id desc);
-- It knows how many values a column has, not how often each is there: it takes the index of featured
-- items only if that has more of what is asked for than others have.
create index if not exists ix_gallery_item_front
  on gallery_item (tenant_id, trashed, is_featured, created_at desc, id desc);
