package dev.easel.adapter.vision.opencv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.adapter.vision.Golden;
import dev.easel.adapter.vision.Golden.Tolerance;
import dev.easel.adapter.vision.Photographs;
import dev.easel.adapter.vision.TestSettings;
import dev.easel.domain.editing.filter.ArtStyle;
import dev.easel.domain.editing.filter.FilterStep;
import dev.easel.domain.editing.filter.FilterType;
import dev.easel.domain.editing.filter.Filters;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every filter on one small photograph. */
class FilterGoldenTest {

  private static final BufferedImage PICTURE =
      Photographs.shrunk(Photographs.of("astronaut"), 6).getSubimage(1, 0, 64, 64);

  private final OpenCvArtist artist = new OpenCvArtist();
  private final Filters filters = new Filters(artist);

  @BeforeEach
  void wire() {
    artist.settings = TestSettings.defaults();
    artist.openCv = TestOpenCv.OPEN_CV;
    artist.open();
  }

  /** Every type but art, with values that show. */
  static Stream<Map<String, Object>> steps() {
    return Stream.of(
        Map.of("type", "brightness", "value", 1.4),
        Map.of("type", "contrast", "value", 1.6),
        Map.of("type", "saturation", "value", 2),
        Map.of("type", "hue", "value", 120),
        Map.of("type", "gamma", "value", 1.8),
        Map.of("type", "blur", "radius", 2),
        Map.of("type", "sharpen", "amount", 2),
        Map.of("type", "grayscale"),
        Map.of("type", "sepia"),
        Map.of("type", "invert"),
        Map.of("type", "vignette", "intensity", 0.8),
        Map.of("type", "noise", "amount", 0.2, "seed", 7),
        Map.of("type", "posterize", "levels", 4),
        Map.of("type", "pixelate", "size", 6),
        Map.of("type", "edge"),
        Map.of("type", "emboss"),
        Map.of("type", "auto_levels", "clip", 5),
        Map.of("type", "rotate", "degrees", 20),
        Map.of("type", "flip"),
        Map.of("type", "crop", "x", 8, "y", 4, "width", 40, "height", 50),
        Map.of("type", "resize", "width", 40, "height", 24),
        Map.of("type", "watermark", "text", "Easel", "size", 0.2));
  }

  @ParameterizedTest
  @MethodSource("steps")
  void looksAsItDid(Map<String, Object> step) {
    String type = (String) step.get("type");

    BufferedImage made = apply(PICTURE, step);

    Tolerance tolerance = type.equals("watermark") ? Tolerance.LOOSE : Tolerance.EXACT;
    Golden.compare("filter-" + type, made, tolerance);
    if (made.getWidth() == 64 && made.getHeight() == 64) {
      assertThat(Golden.difference(PICTURE, made).mean()).isGreaterThan(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void paintsAsItDid(ArtStyle style) {
    BufferedImage made = apply(PICTURE, Map.of("type", "artistic", "style", style.wire()));

    Golden.compare("art-" + style.wire(), made, Tolerance.LOOSE);
    assertThat(Golden.difference(PICTURE, made).mean()).isGreaterThan(1);
  }

  @Test
  void noFilterIsLeftOut() {
    List<String> all =
        Arrays.stream(FilterType.values())
            .filter(type -> type != FilterType.ARTISTIC)
            .map(FilterType::wire)
            .toList();

    assertThat(steps().map(step -> step.get("type"))).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void fillsAsItDid() {
    BufferedImage mask = new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = mask.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(20, 36, 16, 10);
    graphics.dispose();

    Golden.compare("fill", TestOpenCv.inpainting().fill(PICTURE, mask), Tolerance.LOOSE);
  }

  private BufferedImage apply(BufferedImage picture, Map<String, Object> step) {
    return filters.apply(picture, FilterStep.read(List.of(step)), done -> {});
  }
}
