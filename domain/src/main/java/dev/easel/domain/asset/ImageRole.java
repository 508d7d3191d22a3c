package dev.easel.domain.asset;

/** What an image of a generation is to its caller. */
public enum ImageRole {
  /** What was ordered and is paid for. */
  RESULT,
  /** The mask by which the subject was cut out; comes along with the result. */
  MASK
}
