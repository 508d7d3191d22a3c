package dev.easel.web.ui.operate;

import dev.easel.domain.dispatch.Halt.Scope;
import dev.easel.domain.dispatch.Lane;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.StoredText;
import jakarta.ws.rs.FormParam;
import java.util.Arrays;

/** What is to be held back or let go. */
public class PauseForm {

  static final int LONGEST_NOTE = 500;
  private static final int LONGEST_SUBJECT = 120;

  @FormParam("scope")
  String scope;

  @FormParam("subject")
  String subject;

  @FormParam("note")
  String note;

  /**
   * @throws FailureException {@code INVALID_REQUEST} if it is none
   */
  Scope scope() {
    return Arrays.stream(Scope.values())
        .filter(each -> each.name().equals(scope))
        .findFirst()
        .orElseThrow(() -> FailureException.invalid("scope", "must be one of those offered"));
  }

  /**
   * The lane, tenant or model; empty for everything.
   *
   * @throws FailureException {@code INVALID_REQUEST} if it is none
   */
  String subject() {
    String given = text(subject);
    Scope about = scope();
    if (about == Scope.ALL) {
      if (!given.isEmpty()) {
        throw FailureException.invalid("subject", "must be empty for everything");
      }
      return "";
    }
    if (given.isEmpty() || given.length() > LONGEST_SUBJECT || !StoredText.isStorable(given)) {
      throw FailureException.invalid("subject", "is required");
    }
    if (about == Scope.LANE
        && Arrays.stream(Lane.values()).noneMatch(lane -> lane.wire().equals(given))) {
      throw FailureException.invalid("subject", "must be one of: interactive, batch");
    }
    return given;
  }

  /**
   * @throws FailureException {@code INVALID_REQUEST} if it is too long
   */
  String note() {
    String given = text(note);
    if (given.length() > LONGEST_NOTE || !StoredText.isStorable(given)) {
      throw FailureException.invalid("note", "must be at most " + LONGEST_NOTE + " characters");
    }
    return given;
  }

  /** For the form to be shown again. */
  PauseFields fields() {
    return new PauseFields(text(scope), text(subject), text(note));
  }

  private static String text(String sent) {
    return sent == null ? "" : sent.strip();
  }
}
