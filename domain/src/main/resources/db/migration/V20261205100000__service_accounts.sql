-- Members without a person: they own keys, and cannot sign in.
alter table app_user add column if not exists service_account boolean default false not null;
