package dev.easel.adapter.provider.sketch;

import dev.easel.domain.provider.RenderListener;
import dev.easel.domain.provider.RenderOrder;
import dev.easel.domain.provider.RenderOutcome;
import dev.easel.domain.provider.RenderedImage;
import dev.easel.domain.shared.Remark;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Orders for tests, with everything a test does not speak of filled in; and who receives them. */
record Orders(
    String prompt,
    String negative,
    int width,
    int height,
    int count,
    long seed,
    int steps,
    double guidance,
    double strength,
    Optional<BufferedImage> init,
    Optional<BufferedImage> mask,
    boolean transparent,
    int previews) {

  static Orders of(String prompt) {
    return new Orders(
        prompt, "", 96, 96, 1, 7, 20, 7.5, 1, Optional.empty(), Optional.empty(), false, 0);
  }

  Orders without(String words) {
    return new Orders(
        prompt,
        words,
        width,
        height,
        count,
        seed,
        steps,
        guidance,
        strength,
        init,
        mask,
        transparent,
        previews);
  }

  Orders sized(int w, int h) {
    return new Orders(
        prompt,
        negative,
        w,
        h,
        count,
        seed,
        steps,
        guidance,
        strength,
        init,
        mask,
        transparent,
        previews);
  }

  Orders times(int n) {
    return new Orders(
        prompt,
        negative,
        width,
        height,
        n,
        seed,
        steps,
        guidance,
        strength,
        init,
        mask,
        transparent,
        previews);
  }

  Orders seeded(long number) {
    return new Orders(
        prompt,
        negative,
        width,
        height,
        count,
        number,
        steps,
        guidance,
        strength,
        init,
        mask,
        transparent,
        previews);
  }

  Orders refined(int number, double guide) {
    return new Orders(
        prompt,
        negative,
        width,
        height,
        count,
        seed,
        number,
        guide,
        strength,
        init,
        mask,
        transparent,
        previews);
  }

  Orders from(BufferedImage image, double howMuch) {
    return new Orders(
        prompt,
        negative,
        width,
        height,
        count,
        seed,
        steps,
        guidance,
        howMuch,
        Optional.of(image),
        mask,
        transparent,
        previews);
  }

  Orders masked(BufferedImage image) {
    return new Orders(
        prompt,
        negative,
        width,
        height,
        count,
        seed,
        steps,
        guidance,
        strength,
        init,
        Optional.of(image),
        transparent,
        previews);
  }

  Orders onNothing() {
    return new Orders(
        prompt, negative, width, height, count, seed, steps, guidance, strength, init, mask, true,
        previews);
  }

  Orders shown(int number) {
    return new Orders(
        prompt,
        negative,
        width,
        height,
        count,
        seed,
        steps,
        guidance,
        strength,
        init,
        mask,
        transparent,
        number);
  }

  RenderOrder order() {
    return new RenderOrder(
        "gen_test",
        1,
        "easel/sketch",
        prompt,
        negative,
        width,
        height,
        count,
        seed,
        steps,
        guidance,
        "",
        strength,
        init,
        mask,
        transparent,
        previews,
        RenderOrder.Work.PLAIN);
  }

  Received paint() {
    Received received = new Received();
    received.outcome = new SketchProvider().render(order(), received);
    return received;
  }

  /** What came of an order. */
  static class Received implements RenderListener {
    final List<Double> progress = new ArrayList<>();
    final List<RenderedImage> images = new ArrayList<>();
    final List<Integer> previewIndexes = new ArrayList<>();
    final List<BufferedImage> previews = new ArrayList<>();
    RenderOutcome outcome;

    @Override
    public void progress(double fraction) {
      progress.add(fraction);
    }

    @Override
    public void preview(int index, BufferedImage partial) {
      previewIndexes.add(index);
      previews.add(partial);
    }

    @Override
    public void delivered(RenderedImage image) {
      images.add(image);
    }

    @Override
    public boolean cancelled() {
      return false;
    }

    int[] pixels(int i) {
      BufferedImage p = images.get(i).pixels();
      return p.getRGB(0, 0, p.getWidth(), p.getHeight(), null, 0, p.getWidth());
    }

    List<Remark> warnings() {
      return ((RenderOutcome.Completed) outcome).warnings();
    }
  }

  /** Mean difference per pixel and channel, in steps of 1/255. */
  static double difference(int[] a, int[] b) {
    long sum = 0;
    for (int i = 0; i < a.length; i++) {
      for (int shift = 0; shift < 24; shift += 8) {
        sum += Math.abs((a[i] >> shift & 255) - (b[i] >> shift & 255));
      }
    }
    return sum / (3.0 * a.length);
  }
}
