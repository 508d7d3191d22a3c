package dev.easel.web.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.easel.domain.shared.StoredText;
import java.net.URI;
import java.net.URISyntaxException;

/** What a caller ties to a request and finds again with its result. */
public final class Attachments {

  private static final int MOST_METADATA_BYTES = 16 * 1024;
  private static final int LONGEST_URL = 2048;
  private static final int LONGEST_SHOWN = 60;

  private Attachments() {}

  /** The {@code metadata} object as compact JSON text; null if there is none. */
  public static String metadata(JsonInput body) {
    if (!body.has("metadata")) {
      return null;
    }
    String text = body.object("metadata").json().toString();
    if (!StoredText.isStorable(text)) {
      body.violate("metadata", "must not contain half of a surrogate pair");
    }
    if (text.getBytes(UTF_8).length > MOST_METADATA_BYTES) {
      body.violate("metadata", "must be at most 16 KB of JSON");
    }
    return text;
  }

  /** The {@code webhook_url}; null if there is none. */
  public static String webhookUrl(JsonInput body) {
    String url = body.text("webhook_url", LONGEST_URL);
    if (url != null && !isWebAddress(url)) {
      body.violate("webhook_url", "must be an absolute http or https URL");
    }
    return url;
  }

  /** A client's own word, made safe to repeat in a message. */
  public static String shown(String word) {
    StringBuilder shown = new StringBuilder();
    word.codePoints()
        .limit(LONGEST_SHOWN)
        .map(
            c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? '?' : c)
        .forEach(shown::appendCodePoint);
    return shown.toString();
  }

  private static boolean isWebAddress(String url) {
    try {
      URI uri = new URI(url);
      boolean web =
          "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      return web && uri.getHost() != null && uri.getRawUserInfo() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
