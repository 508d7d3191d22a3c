package dev.easel.service.ledger.audit;

import dev.easel.domain.ledger.audit.IdRange;
import dev.easel.domain.ledger.audit.LedgerAuditRepository;
import java.util.List;

/** All wallets, in ranges that are looked at in one go. */
final class WalletRanges {

  private static final int WALLETS_PER_ITEM = 200;

  private WalletRanges() {}

  static List<String> plan(LedgerAuditRepository books) {
    return IdRange.covering(after -> books.walletAfter(after, WALLETS_PER_ITEM)).stream()
        .map(range -> Ranges.key("wallets", range))
        .toList();
  }
}
