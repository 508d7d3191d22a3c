package dev.easel.domain.asset;

/** What a picture that is given to us may have at most, unless configured otherwise. */
public final class InputLimits {

  /** Of the file: room for a 4096² photograph in PNG; larger ones are no input for any model. */
  public static final int MOST_BYTES = 25 << 20;

  /** Width times height: the largest output of any model that draws, decoded 64 MiB of heap. */
  public static final long MOST_PIXELS = 4096L * 4096;

  private InputLimits() {}
}
