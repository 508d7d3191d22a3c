package dev.easel.web.ui.operate;

import dev.easel.domain.shared.FailureException;
import jakarta.mvc.Models;
import java.util.Map;

/** What was refused, put before the page it was asked on. */
final class Refusals {

  private Refusals() {}

  /** As {@code refusal}, and as {@code wrong} what each field of the form is told. */
  static void put(Models models, FailureException refused) {
    models.put("refusal", refused.getMessage());
    models.put("wrong", refused.fields());
  }

  /** No field of a form is told anything, unless one was. */
  static void none(Models models) {
    if (models.get("wrong") == null) {
      models.put("wrong", Map.of());
    }
  }

  /**
   * @throws FailureException what no page can help with
   */
  static int status(FailureException refused) {
    return switch (refused.code()) {
      case NOT_FOUND -> 404;
      case CONFLICT -> 409;
      case INVALID_REQUEST -> 400;
      default -> throw refused;
    };
  }
}
