package dev.easel.domain.editing.filter;

import java.awt.image.BufferedImage;
import java.util.List;

/** Applies filters one after the other. Opacity is kept where a filter does not change it. */
public final class Filters {

  private final Artist artist;

  public Filters(Artist artist) {
    this.artist = artist;
  }

  /** Is told before each step; may end the work. */
  @FunctionalInterface
  public interface Pace {

    /**
     * @param done steps that are done
     */
    void before(int done);
  }

  /**
   * @param picture sRGB; stays as it is
   * @throws dev.easel.domain.shared.FailureException if a step does not fit the picture
   */
  public BufferedImage apply(BufferedImage picture, List<FilterStep> steps, Pace pace) {
    BufferedImage result = Pixels.argb(picture);
    for (int i = 0; i < steps.size(); i++) {
      pace.before(i);
      result = apply(result, steps.get(i));
    }
    return Pixels.isOpaque(result) ? Pixels.opaque(result) : result;
  }

  private BufferedImage apply(BufferedImage picture, FilterStep step) {
    return switch (step.type()) {
      case BRIGHTNESS, CONTRAST, GAMMA, INVERT, POSTERIZE -> Tones.curve(picture, step);
      case SATURATION, HUE, GRAYSCALE, SEPIA -> Tones.matrix(picture, step);
      case AUTO_LEVELS -> Tones.autoLevels(picture, step.number("clip"));
      case BLUR -> Sharpness.blur(picture, step.number("radius"));
      case SHARPEN -> Sharpness.sharpen(picture, step.number("amount"), step.number("radius"));
      case EDGE -> Relief.edges(picture, step.number("intensity"));
      case EMBOSS -> Relief.emboss(picture, step.number("intensity"));
      case VIGNETTE -> Texture.vignette(picture, step.number("intensity"));
      case NOISE -> Texture.noise(picture, step.number("amount"), step.integer("seed"));
      case PIXELATE -> Texture.pixelate(picture, step.integer("size"));
      case ROTATE -> Geometry.rotate(picture, step);
      case FLIP -> Geometry.flip(picture, step.text("direction"));
      case CROP -> Geometry.crop(picture, step);
      case RESIZE -> Geometry.resize(picture, step);
      case WATERMARK -> Watermark.write(picture, step);
      case ARTISTIC -> artistic(picture, step);
    };
  }

  private BufferedImage artistic(BufferedImage picture, FilterStep step) {
    ArtStyle style = ArtStyle.of(step.text("style"));
    BufferedImage painted = artist.paint(Pixels.onWhite(picture), style);
    return Pixels.blend(picture, painted, step.number("intensity"));
  }
}
