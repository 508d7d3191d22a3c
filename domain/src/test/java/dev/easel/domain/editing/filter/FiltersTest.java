package dev.easel.domain.editing.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.domain.shared.FailureException;
import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FiltersTest {

  private final Filters filters = new Filters((picture, style) -> solid(picture, 0x102030));

  @ParameterizedTest
  @CsvSource({
    "brightness, 1",
    "contrast, 1",
    "saturation, 1",
    "hue, 0",
    "gamma, 1",
  })
  void neutralValuesChangeNothing(String type, double value) {
    BufferedImage picture = noisy(12, 9);

    BufferedImage same = apply(picture, Map.of("type", type, "value", value));

    assertThat(pixels(same)).isEqualTo(pixels(picture));
  }

  @ParameterizedTest
  @EnumSource(FilterType.class)
  void everyFilterKeepsOpacityAndWorksOnOnePixel(FilterType type) {
    BufferedImage pixel = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
    pixel.setRGB(0, 0, 0x80ff8040);

    BufferedImage result = apply(pixel, usual(type));

    assertThat(result.getWidth()).isPositive();
    if (type != FilterType.WATERMARK) {
      assertThat(result.getRGB(0, 0) >>> 24).isEqualTo(0x80);
    }
  }

  @ParameterizedTest
  @EnumSource(FilterType.class)
  void opaquePicturesStayOpaque(FilterType type) {
    BufferedImage result = apply(noisy(40, 30), usual(type));

    assertThat(result.getType()).isEqualTo(BufferedImage.TYPE_INT_RGB);
  }

  @Test
  void brightnessMultipliesLight() {
    assertThat(apply(solid(0x204060), Map.of("type", "brightness", "value", 2)).getRGB(0, 0))
        .isEqualTo(0xff4080c0);
  }

  @Test
  void grayscaleTakesAwayAllColour() {
    int rgb = apply(solid(0xff0000), Map.of("type", "grayscale")).getRGB(0, 0);
    assertThat(rgb & 255).isEqualTo(rgb >> 8 & 255).isEqualTo(rgb >> 16 & 255).isEqualTo(54);
  }

  @Test
  void invertTwiceIsThePictureItself() {
    BufferedImage picture = noisy(8, 8);
    BufferedImage twice =
        apply(picture, List.of(Map.of("type", "invert"), Map.of("type", "invert")));
    assertThat(pixels(twice)).isEqualTo(pixels(picture));
  }

  @Test
  void aHueOfAFullCircleIsThePictureItself() {
    BufferedImage picture = noisy(8, 8);
    assertThat(pixels(apply(picture, Map.of("type", "hue", "value", 360))))
        .isEqualTo(pixels(picture));
  }

  @Test
  void blurKeepsASolidColourAndSpreadsAPoint() {
    assertThat(pixels(apply(solid(0x336699), Map.of("type", "blur", "radius", 7))))
        .containsOnly(0xff336699);
    BufferedImage point = new BufferedImage(41, 41, BufferedImage.TYPE_INT_RGB);
    point.setRGB(20, 20, 0xffffff);

    BufferedImage spread = apply(point, Map.of("type", "blur", "radius", 6));

    assertThat(spread.getRGB(20, 20) & 255).isBetween(1, 100);
    assertThat(spread.getRGB(22, 20) & 255).isPositive();
    assertThat(spread.getRGB(40, 40) & 255).isZero();
  }

  @Test
  void whatIsTransparentDoesNotBleedIntoABlur() {
    BufferedImage picture = new BufferedImage(20, 1, BufferedImage.TYPE_INT_ARGB);
    for (int x = 10; x < 20; x++) {
      picture.setRGB(x, 0, 0xffff0000);
    }
    int edge = apply(picture, Map.of("type", "blur", "radius", 4)).getRGB(10, 0);
    assertThat(edge & 0xffffff).isEqualTo(0xff0000);
    assertThat(edge >>> 24).isBetween(1, 254);
  }

  @Test
  void orderIsKept() {
    BufferedImage picture = noisy(10, 20);
    Map<String, Object> crop = Map.of("type", "crop", "width", 10, "height", 5);
    Map<String, Object> turn = Map.of("type", "rotate", "degrees", 90);

    assertThat(apply(picture, List.of(crop, turn)).getWidth()).isEqualTo(5);
    assertThat(apply(picture, List.of(turn, crop)).getWidth()).isEqualTo(10);
  }

  @Test
  void fourQuarterTurnsAreThePictureItself() {
    BufferedImage picture = noisy(7, 5);
    Map<String, Object> turn = Map.of("type", "rotate", "degrees", 90);
    assertThat(pixels(apply(picture, List.of(turn, turn, turn, turn)))).isEqualTo(pixels(picture));
    assertThat(pixels(apply(picture, Map.of("type", "rotate", "degrees", -360))))
        .isEqualTo(pixels(picture));
  }

  @Test
  void aQuarterTurnGoesClockwise() {
    BufferedImage picture = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
    picture.setRGB(0, 0, 0xff0000);

    BufferedImage turned = apply(picture, Map.of("type", "rotate", "degrees", 90));

    assertThat(turned.getWidth()).isEqualTo(2);
    assertThat(turned.getRGB(1, 0)).isEqualTo(0xffff0000);
  }

  @Test
  void flippingTwiceIsThePictureItself() {
    BufferedImage picture = noisy(7, 5);
    Map<String, Object> flip = Map.of("type", "flip", "direction", "both");
    assertThat(pixels(apply(picture, List.of(flip, flip)))).isEqualTo(pixels(picture));
  }

  @ParameterizedTest
  @CsvSource({"stretch, 30, 10", "contain, 20, 10", "cover, 30, 10"})
  void resizingFitsAsAsked(String fit, int width, int height) {
    BufferedImage made =
        apply(noisy(40, 20), Map.of("type", "resize", "width", 30, "height", 10, "fit", fit));
    assertThat(made.getWidth()).isEqualTo(width);
    assertThat(made.getHeight()).isEqualTo(height);
  }

  @Test
  void oneEdgeKeepsTheProportions() {
    BufferedImage made = apply(noisy(40, 20), Map.of("type", "resize", "height", 10));
    assertThat(made.getWidth()).isEqualTo(20);
  }

  @Test
  void noiseOfOneSeedIsTheSame() {
    Map<String, Object> noise = Map.of("type", "noise", "amount", 0.5, "seed", 3);
    assertThat(pixels(apply(solid(0x808080), noise)))
        .isEqualTo(pixels(apply(solid(0x808080), noise)))
        .isNotEqualTo(pixels(solid(0x808080)));
  }

  @Test
  void posterizingLeavesFewLevels() {
    BufferedImage made = apply(noisy(30, 30), Map.of("type", "posterize", "levels", 2));
    for (int pixel : pixels(made)) {
      assertThat(pixel >> 8 & 255).isIn(0, 255);
    }
  }

  @Test
  void autoLevelsUseTheWholeRange() {
    BufferedImage dull = new BufferedImage(100, 1, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 100; x++) {
      dull.setRGB(x, 0, (100 + x / 2) * 0x010101);
    }
    int[] made = pixels(apply(dull, Map.of("type", "auto-levels", "clip", 0)));
    assertThat(made[0] & 255).isZero();
    assertThat(made[99] & 255).isEqualTo(255);
  }

  @Test
  void artIsBlendedByItsIntensity() {
    BufferedImage half =
        apply(
            solid(0x304050), Map.of("type", "artistic", "style", "oil_painting", "intensity", 0.5));
    assertThat(half.getRGB(0, 0)).isEqualTo(0xff203040);
  }

  @Test
  void aWatermarkIsSeen() {
    BufferedImage made =
        apply(
            solid(new BufferedImage(200, 100, BufferedImage.TYPE_INT_RGB), 0x202020),
            Map.of("type", "watermark", "text", "Easel", "size", 0.3, "opacity", 1));
    assertThat(pixels(made)).contains(0xffffffff);
  }

  @Test
  void anUnknownTypeIsRefusedWithTheOnesThereAre() {
    FailureException refused = refused(Map.of("type", "sparkle"));
    assertThat(refused.fields().get("filters[0].type")).contains("brightness", "artistic");
  }

  @ParameterizedTest
  @CsvSource({
    "brightness, value, 5",
    "blur, radius, -1",
    "posterize, levels, 1",
    "noise, amount, 2",
    "flip, direction, sideways",
    "artistic, style, cubism",
    "watermark, text, ''",
    "rotate, color, red",
  })
  void valuesOutOfRangeAreRefusedWhereTheyStand(String type, String name, String value) {
    Map<String, Object> step = new HashMap<>(Map.of("type", type));
    boolean number = value.matches("-?[0-9]+");
    step.put(name, number ? Double.valueOf(value) : value);
    assertThat(refused(step).fields()).containsOnlyKeys("filters[0]." + name);
  }

  @Test
  void whatIsNeededIsAskedFor() {
    assertThat(refused(Map.of("type", "crop", "width", 5)).fields())
        .containsOnlyKeys("filters[0].height");
    assertThat(refused(Map.of("type", "resize")).fields()).containsOnlyKeys("filters[0].width");
    assertThat(refused(Map.of("type", "artistic")).fields()).containsOnlyKeys("filters[0].style");
  }

  @Test
  void nothingLargerThanTheMemoryIsMade() {
    List<FilterStep> steps =
        FilterStep.read(List.of(Map.of("type", "resize", "width", 8192, "height", 8192)));
    assertThat(
            catchThrowableOfType(
                FailureException.class, () -> filters.apply(noisy(4, 4), steps, done -> {})))
        .hasMessageContaining("megapixels");
  }

  private FailureException refused(Map<String, Object> step) {
    return catchThrowableOfType(FailureException.class, () -> FilterStep.read(List.of(step)));
  }

  private static Map<String, Object> usual(FilterType type) {
    return switch (type) {
      case CROP -> Map.of("type", "crop", "width", 1, "height", 1);
      case RESIZE -> Map.of("type", "resize", "width", 1);
      case WATERMARK -> Map.of("type", "watermark", "text", "x");
      case ARTISTIC -> Map.of("type", "artistic", "style", "cartoon");
      default -> Map.of("type", type.wire());
    };
  }

  private BufferedImage apply(BufferedImage picture, Map<String, Object> step) {
    return apply(picture, List.of(step));
  }

  private BufferedImage apply(BufferedImage picture, List<Map<String, Object>> steps) {
    return filters.apply(picture, FilterStep.read(steps), done -> {});
  }

  private static BufferedImage solid(int rgb) {
    return solid(new BufferedImage(10, 10, BufferedImage.TYPE_INT_RGB), rgb);
  }

  private static BufferedImage solid(BufferedImage like, int rgb) {
    BufferedImage made =
        new BufferedImage(like.getWidth(), like.getHeight(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < made.getHeight(); y++) {
      for (int x = 0; x < made.getWidth(); x++) {
        made.setRGB(x, y, rgb);
      }
    }
    return made;
  }

  private static BufferedImage noisy(int width, int height) {
    Random random = new Random(5);
    BufferedImage made = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        made.setRGB(x, y, random.nextInt(0x1000000));
      }
    }
    return made;
  }

  private static int[] pixels(BufferedImage picture) {
    return picture.getRGB(
        0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
  }
}
