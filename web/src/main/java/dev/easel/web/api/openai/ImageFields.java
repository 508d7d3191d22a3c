package dev.easel.web.api.openai;

import dev.easel.domain.asset.ImageFormat;
import dev.easel.domain.moderation.Strictness;
import dev.easel.service.generation.GenerationRequest;
import dev.easel.web.api.JsonInput;
import java.util.Set;

/** Reads into an order what all requests for images say in the same words. */
final class ImageFields {

  private static final int MOST_IMAGES = 10;
  private static final Set<String> NOT_FORMATS_HERE = Set.of("gif", "svg");

  private final JsonInput body;
  private final GenerationRequest order;
  private final Warnings warnings;

  ImageFields(JsonInput body, GenerationRequest order) {
    this.body = body;
    this.order = order;
    this.warnings = new Warnings(body, order);
  }

  /** What is wrong is noted in the body; a strength set before stays if none is given. */
  void read() {
    readOrder();
    readPreviews();
    readOutput();
    body.text("size");
    warnings.ofIgnored();
  }

  private void readOrder() {
    order
        .prompt(body.text("prompt"))
        .negativePrompt(body.text("negative_prompt"))
        .count(integer("n", 1, MOST_IMAGES))
        .seed(seed())
        .steps(body.integer("steps"))
        .guidance(body.number("guidance_scale"))
        .style("rendering", Choice.STYLE.read(body))
        .quality(Choice.QUALITY.read(body));
    if (body.has("strength")) {
      order.strength(body.number("strength"));
    }
  }

  private void readPreviews() {
    boolean stream = Boolean.TRUE.equals(body.flag("stream"));
    Integer partials = integer("partial_images", 0, 3);
    if (partials != null && partials > 0 && !stream) {
      warnings.ignored("partial_images", "needs stream");
    }
    order.previews(stream && partials != null ? partials : 0);
  }

  /** Image i has seed + i, which has to be a seed as well. */
  private Long seed() {
    Long seed = body.longInteger("seed");
    if (seed != null && (seed < 0 || seed > Long.MAX_VALUE - MOST_IMAGES)) {
      body.violate("seed", "is out of range");
      return null;
    }
    return seed;
  }

  private void readOutput() {
    order.transparent("transparent".equals(Choice.BACKGROUND.read(body)));
    ImageFormat format = format();
    order.format(format);
    Integer compression = integer("output_compression", 0, 100);
    if (compression != null && format == ImageFormat.PNG && compression < 100) {
      body.violate("output_compression", "below 100 needs output_format jpeg or webp");
    } else if (compression != null && format != ImageFormat.PNG) {
      order.encodingQuality(Math.max(1, compression));
    }
    Choice.COMPLEXITY.read(body);
    String moderation = Choice.MODERATION.read(body);
    if (moderation != null) {
      order.moderation(moderation.equals("low") ? Strictness.LOW : Strictness.STANDARD);
    }
    integer("frame_count", 2, 16);
    integer("frame_duration_ms", 20, 655_350);
    body.object("svg");
  }

  private ImageFormat format() {
    String given = body.text("output_format");
    if (given != null && NOT_FORMATS_HERE.contains(given)) {
      body.violate("output_format", "'" + given + "' is not supported; use png, jpeg or webp");
      return ImageFormat.PNG;
    }
    String known = Choice.OUTPUT_FORMAT.read(body);
    return known == null ? ImageFormat.PNG : ImageFormat.parse(known).orElseThrow();
  }

  private Integer integer(String field, int least, int most) {
    Integer value = body.integer(field);
    if (value != null && (value < least || value > most)) {
      body.violate(field, "must be between " + least + " and " + most);
      return null;
    }
    return value;
  }
}
