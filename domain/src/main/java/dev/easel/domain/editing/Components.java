package dev.easel.domain.editing;

import static java.util.Comparator.comparingLong;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;

/** Finds areas of marked pixels that hang together by edges or corners. */
final class Components {

  private final int width;
  private final int height;
  private final IntPredicate marked;
  private final BitSet seen;
  private int[] open = new int[64];
  private int opened;

  private Components(int width, int height, IntPredicate marked) {
    this.width = width;
    this.height = height;
    this.marked = marked;
    this.seen = new BitSet(width * height);
  }

  /** Their bounds, the one with the most pixels first. */
  static List<Rectangle> of(int width, int height, IntPredicate marked) {
    return new Components(width, height, marked).all();
  }

  private record Area(Rectangle bounds, long pixels) {}

  private List<Rectangle> all() {
    List<Area> areas = new ArrayList<>();
    for (int i = 0; i < width * height; i++) {
      if (!seen.get(i) && marked.test(i)) {
        areas.add(area(i));
      }
    }
    areas.sort(comparingLong(Area::pixels).reversed());
    return areas.stream().map(Area::bounds).toList();
  }

  private Area area(int start) {
    int left = width;
    int top = height;
    int right = -1;
    int bottom = -1;
    long pixels = 0;
    open(start);
    while (opened > 0) {
      int at = open[--opened];
      int x = at % width;
      int y = at / width;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
      pixels++;
      openAround(x, y);
    }
    return new Area(new Rectangle(left, top, right - left + 1, bottom - top + 1), pixels);
  }

  private void openAround(int x, int y) {
    for (int ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
      for (int nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
        int next = ny * width + nx;
        if (!seen.get(next) && marked.test(next)) {
          open(next);
        }
      }
    }
  }

  private void open(int at) {
    seen.set(at);
    if (opened == open.length) {
      open = Arrays.copyOf(open, opened * 2);
    }
    open[opened++] = at;
  }
}
