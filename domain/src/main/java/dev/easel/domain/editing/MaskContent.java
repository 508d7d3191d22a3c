package dev.easel.domain.editing;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * What a model finds under the mask when it begins to paint. Source: seed 001 "Inpainting", {@code
 * inpaint_mode}; product decision C11.
 *
 * <p>It is put into the picture itself, before any provider sees it, so that it means the same for
 * each of them. The two that are named after a model's latent space are its pictures: a latent of
 * noise decodes to blotches of colour, one of zeros to a flat gray.
 */
public enum MaskContent {
  /** The picture as it is. */
  ORIGINAL,
  /** The colours around the mask, run together. */
  FILL,
  /** Blotches of any colour; the same for the same seed. */
  LATENT_NOISE,
  /** Flat gray. */
  LATENT_NOTHING;

  /** Pixels a model's latent stands for, in each direction. */
  private static final int CELL = 8;

  private static final int GRAY = 0xff808080;

  /** The word callers choose it by. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Every word there is, the usual one first. */
  public static List<String> words() {
    return Arrays.stream(values()).map(MaskContent::wire).toList();
  }

  /**
   * @throws IllegalArgumentException for a word that is none
   */
  public static MaskContent of(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }

  /**
   * The picture to begin with; what the mask keeps is untouched.
   *
   * @param mask of the picture's size
   */
  public BufferedImage under(Mask mask, BufferedImage picture, long seed) {
    return switch (this) {
      case ORIGINAL -> picture;
      case FILL -> mask.blend(picture, Surroundings.of(mask, picture));
      case LATENT_NOISE -> mask.blend(picture, blotches(mask, new SplittableRandom(seed)));
      case LATENT_NOTHING -> mask.blend(picture, flat(mask));
    };
  }

  private static BufferedImage blotches(Mask mask, SplittableRandom random) {
    BufferedImage made = blank(mask);
    for (int y = 0; y < mask.height(); y += CELL) {
      for (int x = 0; x < mask.width(); x += CELL) {
        paint(made, x, y, 0xff000000 | random.nextInt(1 << 24));
      }
    }
    return made;
  }

  private static void paint(BufferedImage made, int left, int top, int colour) {
    for (int y = top; y < Math.min(top + CELL, made.getHeight()); y++) {
      for (int x = left; x < Math.min(left + CELL, made.getWidth()); x++) {
        made.setRGB(x, y, colour);
      }
    }
  }

  private static BufferedImage flat(Mask mask) {
    BufferedImage made = blank(mask);
    int[] row = new int[mask.width()];
    Arrays.fill(row, GRAY);
    for (int y = 0; y < mask.height(); y++) {
      made.setRGB(0, y, row.length, 1, row, 0, row.length);
    }
    return made;
  }

  private static BufferedImage blank(Mask mask) {
    return new BufferedImage(mask.width(), mask.height(), BufferedImage.TYPE_INT_RGB);
  }
}
