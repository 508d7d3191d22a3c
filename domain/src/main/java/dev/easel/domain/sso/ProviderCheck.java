package dev.easel.domain.sso;

import java.util.List;

/**
 * What was seen when a provider was asked.
 *
 * @param findings in the order in which they were looked for
 */
public record ProviderCheck(List<Finding> findings) {

  /** How much a finding matters. */
  public enum Weight {
    /** As it should be. */
    FINE,
    /** Something will not work, though signing in does. */
    LACKING,
    /** Nobody can sign in. */
    BROKEN
  }

  /** What is looked at. */
  public enum Point {
    DISCOVERY,
    ISSUER,
    PKCE,
    KEYS,
    SIGN_OUT,
    BACK_CHANNEL
  }

  /**
   * @param detail what was seen, for who administers it
   */
  public record Finding(Point point, Weight weight, String detail) {}

  public ProviderCheck {
    findings = List.copyOf(findings);
  }

  /** Whether people can sign in. */
  public boolean passes() {
    return findings.stream().noneMatch(finding -> finding.weight() == Weight.BROKEN);
  }
}
