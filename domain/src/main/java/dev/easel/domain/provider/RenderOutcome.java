package dev.easel.domain.provider;

import dev.easel.domain.shared.Remark;
import java.time.Duration;
import java.util.List;

/** How an attempt ended. Delivered images were handed to the {@link RenderListener} before. */
public sealed interface RenderOutcome {

  /**
   * Everything that could be delivered was.
   *
   * @param warnings remarks for the caller
   * @param findings what was found out, as a JSON object; empty if nothing was looked for
   */
  record Completed(List<Remark> warnings, String findings) implements RenderOutcome {

    public Completed(List<Remark> warnings) {
      this(warnings, "");
    }
  }

  /** The provider refused the content; another try or provider would be refused too. */
  record Refused(String reason) implements RenderOutcome {}

  /** The order itself cannot be rendered, now or later. */
  record Failed(String reason) implements RenderOutcome {}

  /** The provider cannot serve now; the same order may be tried again after the pause. */
  record Unavailable(String reason, Duration retryAfter) implements RenderOutcome {}

  /** Stopped because {@link RenderListener#cancelled()} said so. */
  record Cancelled() implements RenderOutcome {}
}
