-- Terms by what they begin with.
create index if not exists ix_gallery_term_tenant on gallery_term (tenant_id, term, item_id);
