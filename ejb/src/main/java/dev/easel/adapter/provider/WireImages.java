package dev.easel.adapter.provider;

import dev.easel.domain.asset.ImageCodec;
import dev.easel.domain.shared.FailureException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Optional;
import javax.imageio.ImageIO;

/** Images as they are sent to nodes, and as they come inside JSON. */
public final class WireImages {

  private WireImages() {}

  /** PNG in base64. */
  public static String text(BufferedImage image) {
    return Base64.getEncoder().encodeToString(png(image));
  }

  /** Without loss: gray stays one channel. */
  public static byte[] png(BufferedImage image) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, "png", out)) {
        throw new IllegalArgumentException("Not an image that PNG can hold: " + image.getType());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /**
   * Reads base64, also as a {@code data:} address.
   *
   * @return empty if it is no image
   */
  public static Optional<BufferedImage> read(String text, ImageCodec codec) {
    String plain = text.startsWith("data:") ? text.substring(text.indexOf(',') + 1) : text;
    try {
      return Optional.of(codec.decode(Base64.getDecoder().decode(plain)));
    } catch (IllegalArgumentException | FailureException e) {
      return Optional.empty(); // told by whoever knows which node sent it
    }
  }
}
