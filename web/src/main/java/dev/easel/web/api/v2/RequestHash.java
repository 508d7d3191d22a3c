package dev.easel.web.api.v2;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in hex, 64 characters. */
final class RequestHash {

  private RequestHash() {}

  /** Of a route and a body that is hashed already. */
  static String of(String route, String bodyHash) {
    return of(route + "\n" + bodyHash);
  }

  static String of(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
