package dev.easel.service.ledger;

import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;

/** What the ledger says when it does not move credits. */
final class Refusals {

  private Refusals() {}

  static FailureException insufficient(Credits needed, Credits available) {
    return FailureException.of(
            FailureCode.INSUFFICIENT_CREDITS,
            "This needs " + text(needed) + " credits, " + text(available) + " are available")
        .with("reason", "insufficient_credits")
        .with("credits_required", text(needed))
        .with("credits_available", text(available));
  }

  static FailureException overdrawn(Credits wanted) {
    return FailureException.of(
            FailureCode.CONFLICT, "The wallet has less than " + text(wanted) + " credits to spare")
        .with("reason", "insufficient_credits");
  }

  static FailureException nothingCharged() {
    return FailureException.of(FailureCode.CONFLICT, "Nothing was charged for this generation")
        .with("reason", "nothing_charged");
  }

  static FailureException nothingLeft(Credits wanted, Credits charged, Credits left) {
    String message =
        left.isZero()
            ? "All that was charged has been refunded already"
            : "Only " + text(left) + " credits are left to refund, not " + text(wanted);
    return FailureException.of(FailureCode.CONFLICT, message)
        .with("reason", "refund_exceeds_charge")
        .with("credits_charged", text(charged))
        .with("credits_refundable", text(left));
  }

  static FailureException keyReused() {
    return FailureException.of(
            FailureCode.IDEMPOTENCY_MISMATCH,
            "This idempotency key was used before with another request")
        .with("reason", "idempotency_key_reused");
  }

  private static String text(Credits credits) {
    return credits.credits().toPlainString();
  }
}
