package dev.easel.service.generation;

/**
 * A picture as a request names it.
 *
 * @param field neutral name of the request's field, for refusals
 * @param reference id, address, data URL or base64; null if the file itself was sent
 * @param content the file; null if it was named
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record InputWish(String field, String reference, byte[] content) {

  public static InputWish named(String field, String reference) {
    return new InputWish(field, reference, null);
  }

  public static InputWish sent(String field, byte[] content) {
    return new InputWish(field, null, content);
  }
}
