-- Entries of the ledger are written once. A mistake is put right by another entry. H2 calls Java;
-- where the class cannot be loaded, the change is refused as well. Truncating is refused already,
-- for the table refers to itself.
create trigger if not exists tr_ledger_transfer_append_only
  before update, delete on ledger_transfer
  for each row call 'dev.easel.adapter.persistence.AppendOnlyTrigger';
