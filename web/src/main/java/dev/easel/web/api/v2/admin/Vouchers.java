package dev.easel.web.api.v2.admin;

import dev.easel.domain.ledger.Voucher;
import dev.easel.domain.shared.FailureException;
import dev.easel.web.api.IdempotencyHeaders;
import dev.easel.web.api.JsonInput;
import jakarta.servlet.http.HttpServletRequest;

/** What bookings by hand have in common: a key and a reason. */
final class Vouchers {

  private Vouchers() {}

  /**
   * Reads reason and key; the body is checked.
   *
   * @param subject what the key is unique for
   * @throws FailureException {@code INVALID_REQUEST} if one is missing
   */
  static Voucher read(HttpServletRequest request, JsonInput body, String subject, String actor) {
    String reason = body.text("reason", Voucher.LONGEST_REASON);
    if (reason == null || reason.isBlank()) {
      body.violate("reason", "is required");
    }
    String key = IdempotencyHeaders.read(request, body.hash()).key();
    if (key == null) {
      body.violate("Idempotency-Key", "is required: it makes the booking happen once");
    }
    body.check();
    return new Voucher(subject + ":" + key, reason.strip(), actor);
  }
}
