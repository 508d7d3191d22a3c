package dev.easel.domain.editing;

import static java.util.Comparator.comparingInt;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The colours that make up most of a picture, by k-means in OKLab over a grid of its pixels. The
 * same picture gives the same colours.
 *
 * @param colours most frequent first; near ones count as one, so there may be few
 * @param chroma mean colourfulness of the pixels; below 0.02 the picture looks gray
 */
public record Palette(List<Colour> colours, double chroma) {

  private static final int GRID = 96;
  private static final int CLUSTERS = 8;
  private static final int ROUNDS = 20;

  /** Squared distance below which two colours are one to the eye. */
  private static final double SAME = 0.06 * 0.06;

  /**
   * @param rgb {@code 0xRRGGBB}
   * @param share of the pixels, 0–1
   */
  public record Colour(int rgb, double share) {

    /** {@code #FF5733}. */
    public String hex() {
      return "#%06X".formatted(rgb & 0xffffff);
    }
  }

  /** Transparent pixels do not count. */
  public static Palette of(BufferedImage picture) {
    List<Lab> pixels = sampled(picture);
    if (pixels.isEmpty()) {
      return new Palette(List.of(), 0);
    }
    List<Lab> centres = seeds(pixels);
    int[] owner = new int[pixels.size()];
    for (int round = 0; round < ROUNDS; round++) {
      if (!assign(pixels, centres, owner) && round > 0) {
        break;
      }
      move(pixels, centres, owner);
    }
    double chroma = pixels.stream().mapToDouble(Lab::chroma).average().orElse(0);
    return new Palette(merged(centres, owner), chroma);
  }

  private static List<Lab> sampled(BufferedImage picture) {
    int across = Math.min(GRID, picture.getWidth());
    int down = Math.min(GRID, picture.getHeight());
    List<Lab> pixels = new ArrayList<>(across * down);
    for (int j = 0; j < down; j++) {
      for (int i = 0; i < across; i++) {
        int x = (int) ((i + 0.5) * picture.getWidth() / across);
        int y = (int) ((j + 0.5) * picture.getHeight() / down);
        int argb = picture.getRGB(x, y);
        if (argb >>> 24 > 127) {
          pixels.add(Lab.of(argb));
        }
      }
    }
    return pixels;
  }

  /** The first pixel, and then always the one that is farthest from all before. */
  private static List<Lab> seeds(List<Lab> pixels) {
    List<Lab> seeds = new ArrayList<>();
    seeds.add(pixels.get(pixels.size() / 2));
    while (seeds.size() < CLUSTERS) {
      Lab farthest =
          pixels.stream().max(Comparator.comparingDouble(p -> nearest(p, seeds))).orElseThrow();
      if (nearest(farthest, seeds) == 0) {
        break;
      }
      seeds.add(farthest);
    }
    return seeds;
  }

  private static double nearest(Lab pixel, List<Lab> seeds) {
    return seeds.stream().mapToDouble(pixel::squaredDistance).min().orElseThrow();
  }

  private static boolean assign(List<Lab> pixels, List<Lab> centres, int[] owner) {
    boolean changed = false;
    for (int i = 0; i < owner.length; i++) {
      int best = 0;
      for (int c = 1; c < centres.size(); c++) {
        if (pixels.get(i).squaredDistance(centres.get(c))
            < pixels.get(i).squaredDistance(centres.get(best))) {
          best = c;
        }
      }
      changed |= owner[i] != best;
      owner[i] = best;
    }
    return changed;
  }

  private static void move(List<Lab> pixels, List<Lab> centres, int[] owner) {
    double[][] sums = new double[centres.size()][4];
    for (int i = 0; i < owner.length; i++) {
      Lab pixel = pixels.get(i);
      double[] sum = sums[owner[i]];
      sum[0] += pixel.l();
      sum[1] += pixel.a();
      sum[2] += pixel.b();
      sum[3]++;
    }
    for (int c = 0; c < sums.length; c++) {
      double n = sums[c][3];
      if (n > 0) {
        centres.set(c, new Lab(sums[c][0] / n, sums[c][1] / n, sums[c][2] / n));
      }
    }
  }

  private static List<Colour> merged(List<Lab> centres, int[] owner) {
    int[] counts = new int[centres.size()];
    Arrays.stream(owner).forEach(c -> counts[c]++);
    List<Integer> order = new ArrayList<>();
    for (int c = 0; c < counts.length; c++) {
      order.add(c);
    }
    order.sort(comparingInt(c -> -counts[c]));
    List<Integer> kept = new ArrayList<>();
    for (int c : order) {
      Integer near =
          kept.stream()
              .filter(k -> centres.get(k).squaredDistance(centres.get(c)) < SAME)
              .findFirst()
              .orElse(null);
      if (near == null) {
        kept.add(c);
      } else {
        counts[near] += counts[c];
      }
    }
    kept.removeIf(c -> counts[c] == 0);
    kept.sort(comparingInt(c -> -counts[c]));
    return kept.stream()
        .map(c -> new Colour(centres.get(c).rgb(), (double) counts[c] / owner.length))
        .toList();
  }
}
