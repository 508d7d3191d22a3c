package dev.easel.service.ledger.audit;

import dev.easel.domain.ledger.audit.IdRange;

/** Ranges of ids as keys of items: {@code wallets:acc_a:acc_k}. */
final class Ranges {

  private static final char BETWEEN = ':';

  private Ranges() {}

  static String key(String kind, IdRange range) {
    return kind + BETWEEN + range.after() + BETWEEN + range.upTo();
  }

  static IdRange range(String key) {
    int first = key.indexOf(BETWEEN);
    int second = key.indexOf(BETWEEN, first + 1);
    return new IdRange(key.substring(first + 1, second), key.substring(second + 1));
  }
}
