-- Terms are in order here already.
select 1;
