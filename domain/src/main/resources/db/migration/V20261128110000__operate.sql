-- What operators change while the server runs: whom they let in, and which models are served.
alter table tenant add column if not exists suspended_at timestamp(6) with time zone;
alter table image_model add column if not exists enabled boolean default true not null;
