package dev.easel.domain.dispatch;

import java.time.Instant;
import java.util.Optional;

/**
 * An operator's word that something is not given out until further notice. What runs goes on.
 *
 * @param subject the lane, tenant or model; empty for everything
 * @param note why, in the operator's words; may be empty
 * @param by the operator's id, if known
 */
public record Halt(Scope scope, String subject, String note, Optional<String> by, Instant since) {

  /** What a halt is about. */
  public enum Scope {
    ALL,
    LANE,
    TENANT,
    MODEL
  }
}
