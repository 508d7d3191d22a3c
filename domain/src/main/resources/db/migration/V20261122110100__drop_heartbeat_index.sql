-- Every index is another page in every commit. What is picked is a handful of rows, which the index
-- of the claim finds as well as one with the heartbeat.
drop index if exists ix_scheduled_tasks_heartbeat;
