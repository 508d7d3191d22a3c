package dev.easel.adapter.vision.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ResizingTest {

  @Test
  void areaKeepsTheMeanAtAnyRatio() {
    Samples ramp = new Samples(12, 8);
    for (int i = 0; i < ramp.values.length; i++) {
      ramp.values[i] = i % 7;
    }

    for (int width = 1; width <= 24; width += 5) {
      assertThat(mean(Resizing.area(ramp, width, 6))).isCloseTo(mean(ramp), offset());
    }
  }

  @Test
  void areaOfFourToThreeTakesAThirdOfTheNext() {
    Samples four = new Samples(4, 1, new float[] {0, 3, 6, 9, 0, 0, 0, 0, 0, 0, 0, 0});

    assertThat(Arrays.copyOf(Resizing.area(four, 3, 1).values, 3))
        .containsExactly(new float[] {0.75f, 4.5f, 8.25f}, tolerance());
  }

  @Test
  void corneredKeepsTheCorners() {
    BufferedImage four = new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB);
    four.setRGB(1, 0, 0x0a1400);
    four.setRGB(0, 1, 0x000028);
    four.setRGB(1, 1, 0x0a1428);

    assertThat(Resizing.cornered(four, 3, 2).values)
        .containsExactly(
            new float[] {0, 5, 10, 0, 5, 10, 0, 10, 20, 0, 10, 20, 0, 0, 0, 40, 40, 40},
            tolerance());
  }

  @Test
  void corneredSeesOneColourAsOne() {
    BufferedImage odd = new BufferedImage(7, 5, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 35; i++) {
      odd.setRGB(i % 7, i / 7, 0x808080);
    }

    assertThat(Resizing.cornered(odd, 11, 3).values).containsOnly(128f);
  }

  private static double mean(Samples samples) {
    double sum = 0;
    for (float value : samples.values) {
      sum += value;
    }
    return sum / samples.values.length;
  }

  private static Offset<Double> offset() {
    return Offset.offset(1e-4);
  }

  private static Offset<Float> tolerance() {
    return Offset.offset(1e-4f);
  }
}
