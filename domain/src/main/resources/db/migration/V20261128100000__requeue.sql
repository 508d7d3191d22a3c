-- What an operator ordered once more in place of a generation that failed for our reasons.
alter table generation add column if not exists requeued_as varchar(40);

-- What failed, the latest first, without reading all that did not.
create index if not exists ix_generation_status on generation (status, completed_at desc, id desc);

-- The attempts at one generation, on every database.
create index if not exists ix_attempt_generation on attempt (generation_id);
