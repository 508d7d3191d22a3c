package dev.easel.web.api.v2;

import dev.easel.domain.shared.FailureException;
import dev.easel.service.generation.Idempotency;
import dev.easel.service.generation.Submission;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** {@code Idempotency-Key} and what SDKs say about their retries. */
final class IdempotencyHeaders {

  private static final String KEY = "Idempotency-Key";
  private static final int LONGEST_KEY = 255;

  private IdempotencyHeaders() {}

  /**
   * @param route keeps the same body sent to another route apart
   */
  static Idempotency read(HttpServletRequest request, String route, String bodyHash) {
    String key = request.getHeader(KEY);
    if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
      throw FailureException.invalid(KEY, "must have 1 to " + LONGEST_KEY + " characters");
    }
    String retries = request.getHeader("X-Stainless-Retry-Count");
    boolean isRetry = retries != null && retries.matches("0*[1-9][0-9]*");
    return new Idempotency(key, RequestHash.of("v2/" + route, bodyHash), isRetry);
  }

  static void tell(Submission submission, HttpServletResponse headers) {
    if (submission.replayed()) {
      headers.setHeader("Idempotent-Replayed", "true");
    }
  }
}
