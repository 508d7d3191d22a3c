package dev.easel.domain.provider;

/**
 * A provider that renders in one blocking call. One instance serves all threads.
 *
 * <p>Only defects are thrown; everything that can be expected is a {@link RenderOutcome}.
 */
public interface CallProvider {

  /** The adapter name that routes of the catalogue refer to, such as {@code sketch}. */
  String adapter();

  RenderOutcome render(RenderOrder order, RenderListener listener);
}
