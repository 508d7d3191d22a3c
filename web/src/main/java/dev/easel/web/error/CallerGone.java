package dev.easel.web.error;

import java.io.IOException;
import java.util.Arrays;

/**
 * Tells a caller who went away while the answer was written from a defect of ours. The container
 * has no exception of its own for it: what is thrown by its buffer of the response is meant.
 */
final class CallerGone {

  private static final String RESPONSE_BUFFER = "org.glassfish.grizzly.http.io.OutputBuffer";

  private CallerGone() {}

  static boolean isIn(Throwable thrown) {
    Throwable cause = thrown;
    for (int depth = 0; cause != null && depth < 16; depth++) {
      if (cause instanceof IOException && isOfResponse(cause)) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  private static boolean isOfResponse(Throwable thrown) {
    return Arrays.stream(thrown.getStackTrace())
        .anyMatch(frame -> frame.getClassName().equals(RESPONSE_BUFFER));
  }
}
