-- Which keys asked for a model in the last month: without this, all that was ever made is read.
create index if not exists ix_generation_model on generation (model_id, created_at, tenant_id, key_id);
