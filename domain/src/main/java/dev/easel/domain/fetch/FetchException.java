package dev.easel.domain.fetch;

import java.util.Locale;

/**
 * An address could not be read. The message is fit for the person who gave it, and tells nothing of
 * what lies behind a refused address.
 */
public class FetchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What kind of trouble it was. */
  public enum Reason {
    /** Not an address that is read: wrong scheme, form, port, or not public. */
    URL_NOT_ALLOWED,
    /** Nobody answered, or the connection broke. */
    URL_UNREACHABLE,
    /** The answer was no success. */
    URL_REFUSED,
    /** The answer is larger than it may be. */
    URL_TOO_LARGE,
    /** The answer did not come in time. */
    URL_TOO_SLOW;

    /** As it stands in answers. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Reason reason;

  public FetchException(Reason reason, String message) {
    this(reason, message, null);
  }

  public FetchException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
