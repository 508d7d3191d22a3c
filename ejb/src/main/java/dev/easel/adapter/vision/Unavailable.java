package dev.easel.adapter.vision;

import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;

/** The failures of what is not there. */
public final class Unavailable {

  private Unavailable() {}

  /** The operator switched all of it off. */
  public static FailureException switchedOff() {
    return FailureException.of(
        FailureCode.MODEL_NOT_CONFIGURED, "Image processing is switched off on this server");
  }

  /** The file of an optional model is not installed. */
  public static FailureException notInstalled(String model) {
    return FailureException.of(
        FailureCode.MODEL_NOT_CONFIGURED, "The model " + model + " is not installed");
  }

  /** The library does not run on this machine; the log says why. */
  public static FailureException notHere(String library, Throwable cause) {
    FailureException failure =
        FailureException.of(
            FailureCode.MODEL_UNAVAILABLE, library + " does not run on this server");
    failure.initCause(cause);
    return failure;
  }
}
