-- Terms by what they begin with, whatever the collation of the database is.
create index if not exists ix_gallery_term_tenant
  on gallery_term (tenant_id, term varchar_pattern_ops, item_id);
