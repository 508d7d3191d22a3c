-- Entries of the ledger are written once. A mistake is put right by another entry.
create or replace function refuse_change_of_entry() returns trigger language plpgsql as $$
begin
  raise exception 'Entries of the ledger are never changed or removed'
    using errcode = 'restrict_violation';
end
$$;

drop trigger if exists tr_ledger_transfer_append_only on ledger_transfer;
create trigger tr_ledger_transfer_append_only
  before update or delete on ledger_transfer
  for each row execute function refuse_change_of_entry();

drop trigger if exists tr_ledger_transfer_kept on ledger_transfer;
create trigger tr_ledger_transfer_kept
  before truncate on ledger_transfer
  for each statement execute function refuse_change_of_entry();
