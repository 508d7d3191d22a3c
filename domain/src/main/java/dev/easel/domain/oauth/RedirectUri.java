package dev.easel.domain.oauth;

import dev.easel.domain.shared.FailureException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/**
 * Where users come back to with a code that is worth their access: an address of one program and of
 * nobody else (RFC 9700, 2.1; RFC 8252, 7.3).
 */
final class RedirectUri {

  private static final int LONGEST = 300;
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");

  private RedirectUri() {}

  /**
   * @throws FailureException {@code INVALID_REQUEST} if it is none that can be taken
   */
  static void judge(String text) {
    URI uri = parsed(text);
    if (uri.getHost() == null || uri.getRawUserInfo() != null) {
      throw refused(text, "must be a whole address of a host: https://app.example/callback");
    }
    if (uri.getRawFragment() != null || text.contains("*")) {
      throw refused(text, "must have no fragment and no wildcard");
    }
    if (!uri.normalize().toString().equals(text)) {
      throw refused(text, "must be written without . and ..");
    }
    boolean local = uri.getScheme().equals("http") && LOOPBACK.contains(uri.getHost());
    if (!uri.getScheme().equals("https") && !local) {
      throw refused(text, "must be https, or http on this machine's own 127.0.0.1 or localhost");
    }
  }

  private static URI parsed(String text) {
    boolean plain = text.length() <= LONGEST && text.chars().allMatch(c -> c > ' ' && c < 0x7F);
    if (!plain) {
      throw refused(text, "must be ASCII, " + LONGEST + " characters at most");
    }
    try {
      URI uri = new URI(text);
      if (uri.getScheme() == null) {
        throw refused(text, "must begin with https://");
      }
      return uri;
    } catch (URISyntaxException e) {
      throw refused(text, "must be an address");
    }
  }

  private static FailureException refused(String text, String why) {
    String shown = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    return FailureException.invalid("redirect_uris", why + " (" + shown + ")");
  }
}
