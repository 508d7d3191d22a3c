package dev.easel.web.ui.session;

import dev.easel.domain.shared.Sha256;
import dev.easel.service.generation.Idempotency;
import java.util.List;
import java.util.UUID;

/**
 * What keeps a form that is sent twice from ordering twice: a word in it that no other form has.
 * Another content under the same word is another order, as when one goes back and changes it.
 */
public final class Once {

  /** The field of a form that bears its word. */
  public static final String FIELD = "once";

  private Once() {}

  /** A word no form had before. */
  static String fresh() {
    return UUID.randomUUID().toString();
  }

  /**
   * @param word what {@link #FIELD} says, or null: then each sending is an order of its own
   * @param content all else the order is made of
   */
  public static Idempotency of(String word, List<String> content) {
    if (word == null || word.isBlank()) {
      return Idempotency.none();
    }
    String hash = Sha256.hex(word + "\n" + Sha256.hex(String.join("\u0000", content)));
    return new Idempotency("form " + hash, hash, false);
  }
}
