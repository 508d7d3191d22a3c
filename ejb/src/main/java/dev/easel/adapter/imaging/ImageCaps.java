package dev.easel.adapter.imaging;

import dev.easel.domain.asset.InputLimits;

/**
 * What a file may have at most.
 *
 * @param bytes of the file
 * @param pixels decoded, width times height
 */
record ImageCaps(int bytes, long pixels) {

  static final ImageCaps USUAL = new ImageCaps(InputLimits.MOST_BYTES, InputLimits.MOST_PIXELS);
}
