-- Who may sign in by password, as operators decided; one row at most.
create table if not exists sign_in_setting (
  id          varchar(20) not null primary key,
  local_mode  varchar(20) not null,
  updated_at  timestamp(6) with time zone not null
);
