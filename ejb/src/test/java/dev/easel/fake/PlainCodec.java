package dev.easel.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.easel.domain.asset.ImageCodec;
import dev.easel.domain.asset.ImageFacts;
import dev.easel.domain.asset.ImageFormat;
import dev.easel.domain.asset.InputFormat;
import dev.easel.domain.asset.Metadata;
import dev.easel.domain.asset.Provenance;
import java.awt.image.BufferedImage;

/** Writes down what it was asked to encode. */
public final class PlainCodec implements ImageCodec {

  @Override
  public byte[] encode(
      BufferedImage image,
      ImageFormat format,
      int quality,
      Provenance provenance,
      Metadata metadata) {
    return (format.wire() + " " + provenance.sourceType() + " seed " + provenance.seed())
        .getBytes(UTF_8);
  }

  @Override
  public Metadata metadata(byte[] content, int width, int height) {
    return Metadata.NONE;
  }

  @Override
  public ImageFacts inspect(byte[] content) {
    return new ImageFacts(InputFormat.PNG, 8, 8);
  }

  @Override
  public BufferedImage decode(byte[] content) {
    return new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
  }

  @Override
  public byte[] thumbnail(BufferedImage image, int edge) {
    return ("thumbnail " + edge).getBytes(UTF_8);
  }
}
