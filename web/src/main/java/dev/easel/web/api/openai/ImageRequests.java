package dev.easel.web.api.openai;

import dev.easel.domain.asset.ImageFormat;
import dev.easel.domain.generation.Operation;
import dev.easel.domain.generation.Origin;
import dev.easel.domain.generation.Surface;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.moderation.Strictness;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.StoredText;
import dev.easel.service.catalog.Catalog;
import dev.easel.service.catalog.CatalogEntry;
import dev.easel.service.catalog.CatalogService;
import dev.easel.service.generation.GenerationRequest;
import dev.easel.service.generation.Idempotency;
import dev.easel.service.generation.InputWish;
import dev.easel.service.identity.IdentityService;
import dev.easel.web.api.Attachments;
import dev.easel.web.api.IdempotencyHeaders;
import dev.easel.web.api.JsonInput;
import dev.easel.web.api.RequestId;
import dev.easel.web.api.WireJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** Decodes {@code POST images/generations}: the fields of OpenAI and ours, seed 002 and 3.1. */
@ApplicationScoped
public class ImageRequests {

  private static final int MOST_IMAGES = 10;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_TEXT = 20_000;
  private static final Set<String> NOT_FORMATS_HERE = Set.of("gif", "svg");

  @Inject CatalogService catalog;
  @Inject IdentityService identities;

  /**
   * @param deployment the Azure path's word for the model, or null
   * @throws FailureException {@code INVALID_REQUEST} with all that is wrong in form
   */
  ImageWish read(Caller caller, JsonInput body, HttpServletRequest request, String deployment) {
    String provider = body.text("provider", LONGEST_NAME);
    String named = body.text("model", LONGEST_NAME);
    GenerationRequest order = new GenerationRequest();
    Warnings warnings = new Warnings(body, order);
    readOrder(body, order, warnings);
    readOutput(body, order);
    body.text("size");
    warnings.ofIgnored();
    String responseFormat = Choice.RESPONSE_FORMAT.read(body);
    boolean dryRun = dryRun(body);
    Idempotency idempotency = IdempotencyHeaders.read(request, body.hash());
    Origin origin = origin(body, request, IdempotencyHeaders.joinableHash(request, idempotency));
    body.check();
    Catalog now = catalog.current();
    String model = deployment == null ? new ModelChoice(now).of(provider, named) : deployment;
    CatalogEntry entry = model == null ? preferred(caller) : now.get(model);
    order.model(entry.model().id());
    new ModelFit(entry.model()).apply(body, order);
    return new ImageWish(order, origin, idempotency, responseFormat, dryRun);
  }

  private CatalogEntry preferred(Caller caller) {
    return catalog.defaultEntry(identities.user(caller).defaultModel());
  }

  private static void readOrder(JsonInput body, GenerationRequest order, Warnings warnings) {
    order
        .prompt(body.text("prompt"))
        .negativePrompt(body.text("negative_prompt"))
        .count(integer(body, "n", 1, MOST_IMAGES))
        .seed(seed(body))
        .steps(body.integer("steps"))
        .guidance(body.number("guidance_scale"))
        .strength(body.number("strength"))
        .style("rendering", Choice.STYLE.read(body))
        .quality(Choice.QUALITY.read(body));
    readImage(body, order);
    boolean stream = Boolean.TRUE.equals(body.flag("stream"));
    Integer partials = integer(body, "partial_images", 0, 3);
    if (partials != null && partials > 0 && !stream) {
      warnings.ignored("partial_images", "needs stream");
    }
    order.previews(stream && partials != null ? partials : 0);
  }

  /** Image i has seed + i, which has to be a seed as well. */
  private static Long seed(JsonInput body) {
    Long seed = body.longInteger("seed");
    if (seed != null && (seed < 0 || seed > Long.MAX_VALUE - MOST_IMAGES)) {
      body.violate("seed", "is out of range");
      return null;
    }
    return seed;
  }

  private static void readImage(JsonInput body, GenerationRequest order) {
    String image = body.text("image");
    if (image != null) {
      order.operation(Operation.IMAGE_TO_IMAGE).source(InputWish.named("init_image", image));
    }
  }

  private static void readOutput(JsonInput body, GenerationRequest order) {
    order.transparent("transparent".equals(Choice.BACKGROUND.read(body)));
    ImageFormat format = format(body);
    order.format(format);
    Integer compression = integer(body, "output_compression", 0, 100);
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
    integer(body, "frame_count", 2, 16);
    integer(body, "frame_duration_ms", 20, 655_350);
    body.object("svg");
  }

  private static ImageFormat format(JsonInput body) {
    String given = body.text("output_format");
    if (given != null && NOT_FORMATS_HERE.contains(given)) {
      body.violate("output_format", "'" + given + "' is not supported; use png, jpeg or webp");
      return ImageFormat.PNG;
    }
    String known = Choice.OUTPUT_FORMAT.read(body);
    return known == null ? ImageFormat.PNG : ImageFormat.parse(known).orElseThrow();
  }

  private static boolean dryRun(JsonInput body) {
    boolean dryRun = Boolean.TRUE.equals(body.flag("dry_run"));
    if (dryRun && Boolean.TRUE.equals(body.flag("stream"))) {
      body.violate("dry_run", "cannot be streamed");
    }
    return dryRun;
  }

  private static Integer integer(JsonInput body, String field, int least, int most) {
    Integer value = body.integer(field);
    if (value != null && (value < least || value > most)) {
      body.violate(field, "must be between " + least + " and " + most);
      return null;
    }
    return value;
  }

  private static Origin origin(JsonInput body, HttpServletRequest request, String hash) {
    String user = body.text("user", LONGEST_NAME);
    String safety = body.text("safety_identifier", LONGEST_NAME);
    return new Origin(
        Surface.OPENAI,
        RequestId.of(request),
        hash,
        Attachments.metadata(body),
        requested(body.json()),
        Attachments.webhookUrl(body),
        safety == null ? user : safety);
  }

  /** The prompt has its own column. */
  private static String requested(JsonObject body) {
    String text = WireJson.object(body).remove("prompt").build().toString();
    return text.length() > LONGEST_TEXT || !StoredText.isStorable(text) ? null : text;
  }
}
