package dev.easel.domain.editing.filter;

import static dev.easel.domain.editing.filter.Parameter.flag;
import static dev.easel.domain.editing.filter.Parameter.integer;
import static dev.easel.domain.editing.filter.Parameter.number;
import static dev.easel.domain.editing.filter.Parameter.text;
import static dev.easel.domain.editing.filter.Parameter.word;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The filters there are, with what each takes. Source: seed 001 "Apply Filters". */
public enum FilterType {
  /** {@code value} multiplies the light; 1 leaves it. */
  BRIGHTNESS(number("value", 0, 4, 1)),
  /** {@code value} stretches around middle gray; 1 leaves it. */
  CONTRAST(number("value", 0, 4, 1)),
  /** {@code value} multiplies colourfulness; 0 is gray. */
  SATURATION(number("value", 0, 4, 1)),
  /** {@code value}: degrees around the colour circle. */
  HUE(number("value", -360, 360, 0)),
  /** {@code value} above 1 lightens the middle, below 1 darkens it. */
  GAMMA(number("value", 0.1, 10, 1)),
  /** {@code radius} in pixels. */
  BLUR(number("radius", 0, 100, 5)),
  /** Unsharp mask: {@code amount} of the difference to a blur of {@code radius} pixels. */
  SHARPEN(number("amount", 0, 5, 1), number("radius", 0.3, 20, 1.5)),
  GRAYSCALE(number("intensity", 0, 1, 1)),
  SEPIA(number("intensity", 0, 1, 1)),
  INVERT(number("intensity", 0, 1, 1)),
  /** Darker towards the corners. */
  VIGNETTE(number("intensity", 0, 1, 0.5)),
  /** Film grain; the same {@code seed} makes the same grain. */
  NOISE(number("amount", 0, 1, 0.1), integer("seed", 0, Integer.MAX_VALUE, 0)),
  /** {@code levels} of each colour. */
  POSTERIZE(integer("levels", 2, 64, 4)),
  /** Squares of {@code size} pixels. */
  PIXELATE(integer("size", 1, 512, 8)),
  EDGE(number("intensity", 0, 1, 1)),
  EMBOSS(number("intensity", 0, 1, 1)),
  /** Stretches each colour over the whole range, but for the outermost {@code clip} percent. */
  AUTO_LEVELS(number("clip", 0, 10, 0.5)),
  /** Clockwise; the picture grows unless {@code expand} is false, corners are {@code color}. */
  ROTATE(
      number("degrees", -3600, 3600, 90), flag("expand", true), text("color", 20, "transparent")),
  FLIP(word("direction", "horizontal", List.of("horizontal", "vertical", "both"))),
  CROP(
      integer("x", 0, 65_535, 0),
      integer("y", 0, 65_535, 0),
      integer("width", 1, 65_535, null),
      integer("height", 1, 65_535, null)),
  /** One edge alone keeps the proportions; with both, {@code fit} decides. */
  RESIZE(
      integer("width", 1, 8192, null),
      integer("height", 1, 8192, null),
      word("fit", "stretch", List.of("stretch", "contain", "cover"))),
  /** {@code size}: height of the letters as a share of the picture's shorter edge. */
  WATERMARK(
      text("text", 200, null),
      word(
          "position",
          "bottom-right",
          List.of("top-left", "top-right", "center", "bottom-left", "bottom-right", "tiled")),
      number("opacity", 0, 1, 0.5),
      number("size", 0.01, 0.5, 0.05),
      text("color", 20, "#FFFFFF")),
  /** Looks of painting and drawing, blended with the picture by {@code intensity}. */
  ARTISTIC(word("style", null, ArtStyle.words()), number("intensity", 0, 1, 1));

  private final List<Parameter> parameters;

  FilterType(Parameter... parameters) {
    this.parameters = List.of(parameters);
  }

  public List<Parameter> parameters() {
    return parameters;
  }

  /** {@code auto_levels}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Finds by name; a hyphen is as good as an underscore. */
  public static Optional<FilterType> of(String name) {
    String wanted = name.replace('-', '_');
    return Arrays.stream(values()).filter(type -> type.wire().equals(wanted)).findFirst();
  }

  /** All names, for messages. */
  public static String names() {
    return Arrays.stream(values()).map(FilterType::wire).collect(Collectors.joining(", "));
  }
}
