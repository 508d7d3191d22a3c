package dev.easel.domain.asset;

import java.util.List;

/**
 * What a file tells beside its pixels, made fit to be written into another file. Empty arrays stand
 * for what it does not have.
 *
 * @param exif a TIFF structure
 * @param profile ICC profile of the colours the other file is to be written in
 * @param xmp a serialized packet
 * @param losses one English sentence for each thing that could not be kept
 */
public record Metadata(byte[] exif, byte[] profile, byte[] xmp, List<String> losses) {

  private static final byte[] NOTHING = {};

  public static final Metadata NONE = new Metadata(NOTHING, NOTHING, NOTHING, List.of());

  public Metadata {
    losses = List.copyOf(losses);
  }
}
