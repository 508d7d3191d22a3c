package dev.easel.web.api.openai;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.easel.web.api.JsonInput;
import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of route and body: the same body to another deployment is another request. */
final class RequestHash {

  private RequestHash() {}

  static String of(HttpServletRequest request, JsonInput body) {
    String whole = request.getRequestURI() + "\n" + body.hash();
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(whole.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
