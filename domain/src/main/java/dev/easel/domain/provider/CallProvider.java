package dev.easel.domain.provider;

/**
 * A provider that renders in one blocking call. One instance serves all threads.
 *
 * <p>Only defects are thrown; everything that can be expected is a {@link RenderOutcome}.
 */
public interface CallProvider {

  /** The adapter name that routes of the catalogue refer to, such as {@code sketch}. */
  String adapter();

  /**
   * Whether nothing it could make of an order offends anybody, whatever the order says: then a
   * classifier that sees something in it is wrong.
   */
  default boolean isBeyondDoubt(RenderOrder order) {
    return false;
  }

  RenderOutcome render(RenderOrder order, RenderListener listener);
}
