package dev.easel.web.error;

import java.io.IOException;

/**
 * The caller went away while the answer was written: no defect, and nobody is left to be told.
 * {@link LeavableResponse} throws it.
 */
final class CallerGone extends IOException {
  private static final long serialVersionUID = 1L;

  CallerGone(IOException cause) {
    super("The caller left before the end of the answer", cause);
  }

  static boolean isIn(Throwable thrown) {
    Throwable cause = thrown;
    for (int depth = 0; cause != null && depth < 16; depth++) {
      if (cause instanceof CallerGone) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }
}
