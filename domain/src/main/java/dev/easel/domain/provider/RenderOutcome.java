package dev.easel.domain.provider;

import java.time.Duration;
import java.util.List;

/** How an attempt ended. Delivered images were handed to the {@link RenderListener} before. */
public sealed interface RenderOutcome {

  /** Everything that could be delivered was. {@code warnings}: remarks for the caller. */
  record Completed(List<Remark> warnings) implements RenderOutcome {}

  /** The provider refused the content; another try or provider would be refused too. */
  record Refused(String reason) implements RenderOutcome {}

  /** The order itself cannot be rendered, now or later. */
  record Failed(String reason) implements RenderOutcome {}

  /** The provider cannot serve now; the same order may be tried again after the pause. */
  record Unavailable(String reason, Duration retryAfter) implements RenderOutcome {}

  /** Stopped because {@link RenderListener#cancelled()} said so. */
  record Cancelled() implements RenderOutcome {}

  /**
   * A machine-readable remark.
   *
   * @param code snake_case, such as {@code words_not_painted}
   * @param message one English sentence
   */
  record Remark(String code, String message) {}
}
