-- What a user proves besides the password: a code of an authenticator. The secret is sealed.
create table if not exists second_factor (
  user_id      varchar(40)  not null primary key,
  secret       varchar(200) not null,
  last_step    bigint       not null,
  created_at   timestamp(6) with time zone not null,
  confirmed_at timestamp(6) with time zone,
  constraint fk_second_factor_user foreign key (user_id) references app_user (id)
);

-- Codes for whoever lost the authenticator, as hashes; one that was used is deleted.
create table if not exists recovery_code (
  code_hash varchar(64) not null primary key,
  user_id   varchar(40) not null,
  constraint fk_recovery_code_user foreign key (user_id) references app_user (id)
);

create index if not exists ix_recovery_code_user on recovery_code (user_id);

-- Browsers whose password was right and whose code is awaited. Apart from dashboard_session, so that
-- no older server on the same database takes one for signed in.
create table if not exists half_sign_in (
  token_hash varchar(64) not null primary key,
  user_id    varchar(40) not null,
  expires_at timestamp(6) with time zone not null,
  constraint fk_half_sign_in_user foreign key (user_id) references app_user (id)
);

create index if not exists ix_half_sign_in_over on half_sign_in (expires_at);
