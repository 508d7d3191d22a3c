package dev.easel.adapter.imaging;

/**
 * What a file may have at most.
 *
 * @param bytes of the file
 * @param pixels decoded, width times height
 */
record ImageCaps(int bytes, long pixels) {

  /** Room for a 4096² photograph in PNG; larger uploads are no input for any model. */
  static final int USUAL_BYTES = 25 << 20;

  /** The largest output of any model that draws; decoded, this is 64 MiB of heap. */
  static final long USUAL_PIXELS = 4096L * 4096;

  static final ImageCaps USUAL = new ImageCaps(USUAL_BYTES, USUAL_PIXELS);
}
