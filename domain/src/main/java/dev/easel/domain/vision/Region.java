package dev.easel.domain.vision;

/**
 * A rectangle within a picture.
 *
 * @param x pixels from the left edge to its first column
 * @param y pixels from the top edge to its first row
 * @param width pixels, at least 1
 * @param height pixels, at least 1
 */
public record Region(int x, int y, int width, int height) {

  public Region {
    if (x < 0 || y < 0 || width < 1 || height < 1) {
      throw new IllegalArgumentException("no region: " + x + "," + y + " " + width + "x" + height);
    }
  }

  /** The box between two corners, cut to a picture of that size; at least one pixel of it. */
  public static Region within(
      int pictureWidth, int pictureHeight, double x1, double y1, double x2, double y2) {
    int left = (int) Math.max(0, Math.min(pictureWidth - 1, Math.floor(x1)));
    int top = (int) Math.max(0, Math.min(pictureHeight - 1, Math.floor(y1)));
    int right = (int) Math.max(left + 1, Math.min(pictureWidth, Math.ceil(x2)));
    int bottom = (int) Math.max(top + 1, Math.min(pictureHeight, Math.ceil(y2)));
    return new Region(left, top, right - left, bottom - top);
  }

  public long area() {
    return (long) width * height;
  }

  /** Shared area by united area: 1 for the same region, 0 for regions that do not meet. */
  public double overlap(Region other) {
    long across = (long) Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
    long down = (long) Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
    if (across <= 0 || down <= 0) {
      return 0;
    }
    double shared = (double) across * down;
    return shared / (area() + other.area() - shared);
  }
}
