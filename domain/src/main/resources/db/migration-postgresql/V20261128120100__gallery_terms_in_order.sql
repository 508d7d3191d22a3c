-- Terms by their bytes, so that those that begin with a text are a range in a plain index, also in a
-- plan that is kept for all values.
alter table gallery_term alter column term type varchar(80) collate "C";
drop index if exists ix_gallery_term_tenant;
create index if not exists ix_gallery_term_tenant on gallery_term (tenant_id, term, item_id);
