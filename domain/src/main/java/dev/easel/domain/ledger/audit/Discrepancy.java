package dev.easel.domain.ledger.audit;

/**
 * Something in the books that is not as it must be.
 *
 * @param check name of the rule, snake_case
 * @param subject id of the wallet, generation or entry it is about
 */
public record Discrepancy(String check, String subject, String expected, String found) {

  static Discrepancy of(String check, String subject, Object expected, Object found) {
    return new Discrepancy(check, subject, expected.toString(), found.toString());
  }
}
