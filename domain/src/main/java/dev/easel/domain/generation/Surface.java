package dev.easel.domain.generation;

/** The door a generation came in by. */
public enum Surface {
  V1,
  V2,
  OPENAI,
  UI
}
