package dev.easel.web.api;

import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Sha256;
import dev.easel.domain.shared.StoredText;
import dev.easel.service.generation.Idempotency;
import dev.easel.service.generation.Submission;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** {@code Idempotency-Key} and what SDKs say about their retries. */
public final class IdempotencyHeaders {

  /** Tells that nothing new was made. */
  public static final String REPLAYED = "Idempotent-Replayed";

  private static final String KEY = "Idempotency-Key";
  private static final String RETRIES = "X-Stainless-Retry-Count";
  private static final int LONGEST_KEY = 255;

  private IdempotencyHeaders() {}

  /**
   * Reads them; the hash keeps the same body sent to another path apart.
   *
   * @throws FailureException if the key is empty or longer than 255 characters
   */
  public static Idempotency read(HttpServletRequest request, String bodyHash) {
    String key = checked(request.getHeader(KEY));
    String retries = request.getHeader(RETRIES);
    boolean isRetry = retries != null && retries.matches("0*[1-9][0-9]*");
    return new Idempotency(key, Sha256.hex(RequestPath.of(request) + "\n" + bodyHash), isRetry);
  }

  static String checked(String key) {
    if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
      throw FailureException.invalid(KEY, "must have 1 to " + LONGEST_KEY + " characters");
    }
    if (key != null && !StoredText.isStorable(key)) {
      throw FailureException.invalid(KEY, "must not contain U+0000");
    }
    return key;
  }

  /**
   * The hash a later retry can be joined by; null for clients whose SDK does not count its retries,
   * which saves them an entry in an index.
   */
  public static String joinableHash(HttpServletRequest request, Idempotency idempotency) {
    return request.getHeader(RETRIES) == null ? null : idempotency.bodyHash();
  }

  /** Says that nothing new was made. */
  public static void tell(Submission submission, HttpServletResponse headers) {
    if (submission.replayed()) {
      headers.setHeader(REPLAYED, "true");
    }
  }
}
