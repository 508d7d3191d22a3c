package dev.easel.domain.limit;

/** What requests are counted apart for, so that looking cannot use up what making needs. */
public enum RequestKind {
  /** Makes or changes something: the limits of the plan. */
  WORK,
  /** Looks at something: a larger bucket of its own. */
  READ
}
