-- What a key may be used for, as words with a space between; absent for all. Models and addresses
-- are judged where they are written: a model may leave the catalogue, its name stays harmless.
alter table api_key add column if not exists scopes varchar(400);
alter table api_key add column if not exists models varchar(8000);
alter table api_key add column if not exists allowed_ips varchar(4000);

-- Keys that replace each other are one family, named by the first; absent in the first.
alter table api_key add column if not exists family_id varchar(40);

create index if not exists ix_api_key_tenant on api_key (tenant_id, created_at desc, id desc);
