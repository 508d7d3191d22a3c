-- Browsers on their way to an identity provider. Taken away when they come back; ten minutes at most.
create table if not exists sign_in_attempt (
  state_hash   varchar(64) not null primary key,
  browser_hash varchar(64) not null,
  provider     varchar(40) not null,
  state        varchar(200) not null,
  nonce        varchar(200) not null,
  verifier     varchar(200) not null,
  next_page    varchar(1000),
  link_user_id varchar(40),
  expires_at   timestamp(6) with time zone not null
);

create index if not exists ix_sign_in_attempt_end on sign_in_attempt (expires_at);

-- Who somebody known to a provider is here. Never by address: those change hands.
create table if not exists identity_link (
  id           varchar(40) not null primary key,
  issuer       varchar(500) not null,
  subject      varchar(255) not null,
  user_id      varchar(40) not null,
  created_at   timestamp(6) with time zone not null,
  last_used_at timestamp(6) with time zone not null,
  constraint fk_identity_link_user foreign key (user_id) references app_user (id),
  constraint uq_identity_link unique (issuer, subject)
);

create index if not exists ix_identity_link_user on identity_link (user_id);

-- What a session owes to a provider. It goes with its session, whatever ends that.
create table if not exists external_session (
  session_id varchar(40) not null primary key,
  provider   varchar(40) not null,
  issuer     varchar(500) not null,
  subject    varchar(255) not null,
  sid        varchar(255),
  id_token   varchar(20000) not null,
  constraint fk_external_session foreign key (session_id) references dashboard_session (id)
    on delete cascade
);

create index if not exists ix_external_session_sid on external_session (issuer, sid);
create index if not exists ix_external_session_subject on external_session (issuer, subject);

-- Memberships and the right to run the server that a provider's groups give, and take again.
alter table membership add column if not exists provider varchar(40);
alter table app_user add column if not exists administrator_by varchar(40);
