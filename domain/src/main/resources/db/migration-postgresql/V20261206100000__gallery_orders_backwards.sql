-- Indexes are read in both directions here.
select 1;
