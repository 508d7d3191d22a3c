package dev.easel.web.api.v2;

import dev.easel.domain.asset.ImageFormat;
import dev.easel.domain.catalog.Size;
import dev.easel.domain.moderation.Strictness;
import dev.easel.domain.shared.Remark;
import dev.easel.service.generation.GenerationRequest;
import dev.easel.web.api.Attachments;
import dev.easel.web.api.JsonInput;
import dev.easel.web.api.WireJson;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The body of a text-to-image request, judged as far as that needs no model. Source: seed 001
 * "Text-to-Image Generation".
 */
final class TextToImageBody {

  static final List<String> STYLE_AXES =
      List.of("preset", "artistic_style", "lighting", "camera_angle");

  private static final Set<String> MEMBERS =
      Set.of(
          "prompt",
          "negative_prompt",
          "model",
          "parameters",
          "style",
          "output",
          "preferences",
          "webhook_url",
          "metadata");
  private static final Set<String> PARAMETERS =
      Set.of(
          "width",
          "height",
          "num_outputs",
          "num_inference_steps",
          "guidance_scale",
          "scheduler",
          "seed",
          "sampler");
  private static final Set<String> PREFERENCES = Set.of("nsfw_filter");
  private static final Set<String> OUTPUT = Set.of("format", "quality", "return_type");
  private static final Set<String> AS_CONTENT = Set.of("base64", "b64_json");
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_WORD = 60;
  private static final int LEAST_EDGE = 64;
  private static final int MOST_EDGE = 2048;
  private static final int EDGE_STEP = 8;
  private static final int MOST_OUTPUTS = 4;
  private static final int NAMED_STRANGERS = 20;

  private final JsonInput body;
  private final JsonInput parameters;
  private final JsonInput style;
  private final JsonInput output;
  private final JsonInput preferences;
  private final GenerationRequest request = new GenerationRequest();
  private final String model;
  private final Integer width;
  private final Integer height;
  private final Map<String, Object> given = new LinkedHashMap<>();
  private final String metadata;
  private final String webhookUrl;

  /**
   * @param strict whether unknown members are refused rather than reported
   * @throws dev.easel.domain.shared.FailureException {@code INVALID_REQUEST} with everything that
   *     is wrong
   */
  TextToImageBody(JsonInput body, boolean strict) {
    this.body = body;
    parameters = body.object("parameters");
    style = body.object("style");
    output = body.object("output");
    preferences = body.object("preferences");
    model = body.text("model", LONGEST_NAME);
    readPrompts();
    width = edge("width");
    height = edge("height");
    metadata = Attachments.metadata(body);
    webhookUrl = Attachments.webhookUrl(body);
    readParameters();
    readStyle();
    readOutput();
    readPreferences();
    judgeStrangers(strict);
    body.check();
  }

  /** Model id or alias; null for the default one. */
  String model() {
    return model;
  }

  /**
   * The request, with the model's own edge in place of one that was not given.
   *
   * @param modelSize asked only if just one edge was given
   */
  GenerationRequest request(Supplier<Size> modelSize) {
    if (width == null && height == null) {
      return request;
    }
    if (width != null && height != null) {
      return request.size(new Size(width, height));
    }
    Size usual = modelSize.get();
    return request.size(
        width == null ? new Size(usual.width(), height) : new Size(width, usual.height()));
  }

  /** The parameters as they were given, by their printed names: for the receipt. */
  String given() {
    return WireJson.object(given).build().toString();
  }

  /** Compact JSON text, or null. */
  String metadata() {
    return metadata;
  }

  String webhookUrl() {
    return webhookUrl;
  }

  /** Whether somebody who asked for this wants the images inside the answer. */
  static boolean wantsContent(JsonObject given) {
    return given.get("output") instanceof JsonObject output
        && AS_CONTENT.contains(output.getString("return_type", ""));
  }

  private void readPrompts() {
    request.model(model).prompt(body.text("prompt")).negativePrompt(body.text("negative_prompt"));
    if (model != null) {
      given.put("model", model);
    }
  }

  private Integer edge(String name) {
    Integer edge = parameters.integer(name);
    if (edge != null && (edge < LEAST_EDGE || edge > MOST_EDGE || edge % EDGE_STEP != 0)) {
      parameters.violate(
          name, "must be a multiple of " + EDGE_STEP + " from " + LEAST_EDGE + " to " + MOST_EDGE);
    }
    return edge;
  }

  private void readParameters() {
    Integer outputs = parameters.integer("num_outputs");
    if (outputs != null && (outputs < 1 || outputs > MOST_OUTPUTS)) {
      parameters.violate("num_outputs", "must be between 1 and " + MOST_OUTPUTS);
    }
    Integer steps = parameters.integer("num_inference_steps");
    Double guidance = parameters.number("guidance_scale");
    String scheduler = parameters.text("scheduler", LONGEST_WORD);
    Long seed = parameters.longInteger("seed");
    String sampler = parameters.text("sampler", LONGEST_WORD);
    // Image i has seed + i, which has to be a seed as well.
    if (seed != null && seed > Long.MAX_VALUE - MOST_OUTPUTS) {
      parameters.violate("seed", "is out of range");
    }
    request.count(outputs).steps(steps).guidance(guidance);
    request.scheduler(scheduler).seed(seed).sampler(sampler);
    Map<String, Object> kept = new LinkedHashMap<>();
    kept.put("width", width);
    kept.put("height", height);
    kept.put("num_outputs", outputs);
    kept.put("num_inference_steps", steps);
    kept.put("guidance_scale", guidance);
    kept.put("scheduler", scheduler);
    kept.put("seed", seed);
    kept.put("sampler", sampler);
    keep("parameters", kept);
  }

  private void readStyle() {
    Map<String, Object> kept = new LinkedHashMap<>();
    for (String axis : STYLE_AXES) {
      String value = style.text(axis, LONGEST_WORD);
      request.style(axis, value);
      kept.put(axis, value);
    }
    keep("style", kept);
  }

  private void readOutput() {
    String format = output.text("format");
    if (format != null) {
      ImageFormat.parse(format)
          .ifPresentOrElse(
              request::format, () -> output.violate("format", "must be one of: png, jpg, webp"));
    }
    Integer quality = output.integer("quality");
    request.encodingQuality(quality);
    String returnType = output.text("return_type");
    if (returnType != null && !returnType.equals("url") && !AS_CONTENT.contains(returnType)) {
      output.violate("return_type", "must be one of: url, base64");
    }
    Map<String, Object> kept = new LinkedHashMap<>();
    kept.put("format", format);
    kept.put("quality", quality);
    kept.put("return_type", returnType);
    keep("output", kept);
  }

  private void readPreferences() {
    Boolean filter = preferences.flag("nsfw_filter");
    if (filter != null) {
      request.moderation(filter ? Strictness.STANDARD : Strictness.ALWAYS);
      keep("preferences", new LinkedHashMap<>(Map.of("nsfw_filter", filter)));
    }
  }

  private void judgeStrangers(boolean strict) {
    List<String> strangers = new ArrayList<>(body.strangers(MEMBERS));
    strangers.addAll(parameters.strangers(PARAMETERS));
    strangers.addAll(style.strangers(Set.copyOf(STYLE_AXES)));
    strangers.addAll(output.strangers(OUTPUT));
    strangers.addAll(preferences.strangers(PREFERENCES));
    for (String name : strangers.subList(0, Math.min(NAMED_STRANGERS, strangers.size()))) {
      String shown = Attachments.shown(name);
      if (strict) {
        body.violate(shown, "is not known here");
      }
      request.remark(new Remark("unknown_parameter", "'" + shown + "' is not known here; ignored"));
    }
    if (strangers.size() > NAMED_STRANGERS) {
      int more = strangers.size() - NAMED_STRANGERS;
      request.remark(new Remark("unknown_parameter", more + " more are not known here; ignored"));
    }
  }

  /** Remembers what was given; what was not is left out. */
  private void keep(String section, Map<String, Object> values) {
    values.values().removeIf(Objects::isNull);
    if (!values.isEmpty()) {
      given.put(section, values);
    }
  }
}
