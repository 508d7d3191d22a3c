package dev.easel.domain.editing;

import java.awt.image.BufferedImage;

/**
 * Gives a picture the colours of another: mean and spread of each channel of OKLab, lightness half
 * as much as colour, so that light and shade stay the new picture's own. Source: Reinhard and
 * others, "Color Transfer between Images", 2001; product decision C12.
 */
public final class ColourTransfer {

  private static final double LIGHTNESS = 0.5;

  private ColourTransfer() {}

  /** A picture of the size of the first with the colours of the second. */
  public static BufferedImage apply(BufferedImage picture, BufferedImage colours) {
    return apply(picture, colours, 1);
  }

  /**
   * The same, in part.
   *
   * @param share 0–1 of the way from the picture's own colours to the others
   */
  public static BufferedImage apply(BufferedImage picture, BufferedImage colours, double share) {
    Moments from = Moments.of(picture);
    Moments to = Moments.of(colours);
    boolean alpha = picture.getColorModel().hasAlpha();
    int width = picture.getWidth();
    BufferedImage result =
        new BufferedImage(
            width,
            picture.getHeight(),
            alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    int[] row = new int[width];
    for (int y = 0; y < picture.getHeight(); y++) {
      picture.getRGB(0, y, width, 1, row, 0, width);
      for (int x = 0; x < width; x++) {
        row[x] = row[x] & 0xff000000 | moved(Lab.of(row[x]), from, to, share).rgb();
      }
      result.setRGB(0, y, width, 1, row, 0, width);
    }
    return result;
  }

  private static Lab moved(Lab pixel, Moments from, Moments to, double share) {
    return new Lab(
        between(pixel.l(), from.moved(0, pixel.l(), to), share * LIGHTNESS),
        between(pixel.a(), from.moved(1, pixel.a(), to), share),
        between(pixel.b(), from.moved(2, pixel.b(), to), share));
  }

  private static double between(double own, double other, double share) {
    return own + (other - own) * share;
  }

  /** Mean and deviation of the three channels. */
  private record Moments(double[] mean, double[] deviation) {

    private static final int GRID = 256;

    /** Where nothing varies, nothing is stretched beyond this. */
    private static final double MOST_STRETCH = 3;

    static Moments of(BufferedImage picture) {
      int across = Math.min(GRID, picture.getWidth());
      int down = Math.min(GRID, picture.getHeight());
      double[] sum = new double[3];
      double[] squares = new double[3];
      for (int j = 0; j < down; j++) {
        for (int i = 0; i < across; i++) {
          Lab pixel =
              Lab.of(
                  picture.getRGB(
                      (int) ((i + 0.5) * picture.getWidth() / across),
                      (int) ((j + 0.5) * picture.getHeight() / down)));
          add(sum, squares, 0, pixel.l());
          add(sum, squares, 1, pixel.a());
          add(sum, squares, 2, pixel.b());
        }
      }
      int n = across * down;
      for (int c = 0; c < 3; c++) {
        sum[c] /= n;
        squares[c] = Math.sqrt(Math.max(0, squares[c] / n - sum[c] * sum[c]));
      }
      return new Moments(sum, squares);
    }

    private static void add(double[] sum, double[] squares, int channel, double value) {
      sum[channel] += value;
      squares[channel] += value * value;
    }

    double moved(int channel, double value, Moments to) {
      double own = Math.max(deviation[channel], 1e-4);
      double stretch = Math.min(MOST_STRETCH, to.deviation[channel] / own);
      return to.mean[channel] + (value - mean[channel]) * stretch;
    }
  }
}
