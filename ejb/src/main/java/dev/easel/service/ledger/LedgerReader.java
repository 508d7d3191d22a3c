package dev.easel.service.ledger;

import dev.easel.domain.identity.Caller;
import dev.easel.domain.ledger.EntryKind;
import dev.easel.domain.ledger.LedgerAccount;
import dev.easel.domain.ledger.LedgerQuery;
import dev.easel.domain.ledger.LedgerRepository;
import dev.easel.domain.ledger.Transfer;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.Page;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Shows a tenant its entries. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class LedgerReader {

  @Inject LedgerRepository ledger;

  /** The caller's wallet as it is; empty for a tenant that has none. */
  public Optional<LedgerAccount> wallet(Caller caller) {
    return ledger.findAccount(LedgerAccount.walletId(caller.tenantId()));
  }

  /** Newest first. */
  public Page<LedgerEntry> list(Caller caller, LedgerQuery query) {
    Page<Transfer> page = ledger.list(LedgerAccount.walletId(caller.tenantId()), query);
    Map<String, Transfer> holds = holds(page.items());
    return page.map(entry -> new LedgerEntry(entry, availableEffect(entry, holds)));
  }

  private Map<String, Transfer> holds(List<Transfer> entries) {
    List<String> ids =
        entries.stream()
            .filter(entry -> entry.kind() == EntryKind.CAPTURE)
            .map(Transfer::pendingId)
            .flatMap(Optional::stream)
            .toList();
    return ledger.findTransfers(ids).stream()
        .collect(Collectors.toMap(Transfer::id, Function.identity()));
  }

  private static Credits availableEffect(Transfer entry, Map<String, Transfer> holds) {
    Credits held = entry.pendingId().map(holds::get).map(Transfer::amount).orElse(Credits.ZERO);
    return entry.signedAmount().plus(held);
  }
}
