package dev.easel.service.generation;

/**
 * How a request asks not to be carried out twice.
 *
 * @param key the Idempotency-Key header, or null
 * @param bodyHash SHA-256 of route and body, hex
 * @param isRetry whether the client's SDK says this is a retry of a request it sent before
 */
public record Idempotency(String key, String bodyHash, boolean isRetry) {

  public static Idempotency none() {
    return new Idempotency(null, null, false);
  }
}
