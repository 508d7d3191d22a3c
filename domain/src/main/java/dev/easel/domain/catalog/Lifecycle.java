package dev.easel.domain.catalog;

/** The vendor's life of a model, apart from whether this installation can call it. */
public enum Lifecycle {
  ACTIVE,
  /** An end date is announced. */
  DEPRECATED,
  /** The vendor no longer serves it; the id lives on as an alias of its successor. */
  RETIRED
}
