package dev.easel.adapter.provider.sketch;

import java.awt.image.BufferedImage;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Prints the processor time a picture of 1024 × 1024 takes, best of three, on a warm machine. */
public final class PaintTimes {

  private static final List<String> PROMPTS =
      List.of(
          "A serene Japanese garden with cherry blossoms, koi pond, and bridge at sunset",
          "A cyberpunk street scene at night",
          "A serene mountain landscape",
          "a watercolor of a castle in spring",
          "an impressionist autumn river");

  private PaintTimes() {}

  /** Takes no arguments. */
  public static void main(String[] arguments) {
    PROMPTS.forEach(PaintTimes::millis);
    PROMPTS.forEach(p -> System.out.printf("%5d ms  %s%n", millis(p), p));
  }

  private static long millis(String prompt) {
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      long start = clock.getCurrentThreadCpuTime();
      BufferedImage painted = ContactSheet.picture(prompt, 1024, i);
      if (painted.getWidth() == 1024) {
        best = Math.min(best, clock.getCurrentThreadCpuTime() - start);
      }
    }
    return TimeUnit.NANOSECONDS.toMillis(best);
  }
}
