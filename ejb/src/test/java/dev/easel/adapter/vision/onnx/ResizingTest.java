package dev.easel.adapter.vision.onnx;

import static org.assertj.core.api.Assertions.assertThat;

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
    Samples two = new Samples(2, 1, new float[] {0, 10, 0, 10, 0, 10});

    assertThat(Arrays.copyOf(Resizing.cornered(two, 5, 1).values, 5))
        .containsExactly(new float[] {0, 2.5f, 5, 7.5f, 10}, tolerance());
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
