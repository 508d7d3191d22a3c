package dev.easel.web.ui.shared;

import dev.easel.domain.shared.FailureException;
import dev.easel.service.gallery.ShareWish;
import jakarta.ws.rs.FormParam;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a form says of a link. */
public class ShareForm {

  private static final int LONGEST_PASSWORD = 200;
  private static final int MOST_DAYS = 3650;

  @FormParam("password")
  private String password;

  /** Days until it ends; nothing for never. */
  @FormParam("days")
  private String days;

  @FormParam("download")
  private String download;

  @FormParam("metadata")
  private String metadata;

  /**
   * @throws FailureException {@code INVALID_REQUEST} naming the field that is wrong
   */
  public ShareWish wish(Instant now) {
    String secret = password == null ? "" : password;
    if (secret.length() > LONGEST_PASSWORD) {
      throw FailureException.invalid(
          "password", "must be at most " + LONGEST_PASSWORD + " characters");
    }
    return new ShareWish(
        Optional.of(secret),
        Optional.of(end(now)),
        Optional.of(download != null),
        Optional.of(metadata != null));
  }

  private Optional<Instant> end(Instant now) {
    if (days == null || days.isBlank()) {
      return Optional.empty();
    }
    try {
      int number = Integer.parseInt(days.strip());
      if (number >= 1 && number <= MOST_DAYS) {
        return Optional.of(now.plus(Duration.ofDays(number)));
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw FailureException.invalid("days", "must be 1 to " + MOST_DAYS);
  }
}
