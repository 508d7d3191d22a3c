package dev.easel.domain.generation;

import dev.easel.domain.shared.FailureCode;

/** Why a generation failed, as kept on its row. */
public enum ErrorKind {
  CONTENT_REJECTED(FailureCode.CONTENT_REJECTED),
  MODEL_UNAVAILABLE(FailureCode.MODEL_UNAVAILABLE),
  INVALID_IMAGE(FailureCode.INVALID_IMAGE),
  STORAGE_FAILED(FailureCode.GENERATION_FAILED),
  TIMED_OUT(FailureCode.TIMEOUT),
  RENDER_FAILED(FailureCode.GENERATION_FAILED);

  private final FailureCode code;

  ErrorKind(FailureCode code) {
    this.code = code;
  }

  public FailureCode code() {
    return code;
  }
}
