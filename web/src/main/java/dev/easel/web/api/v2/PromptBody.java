package dev.easel.web.api.v2;

import dev.easel.domain.catalog.Size;
import dev.easel.domain.generation.Operation;
import dev.easel.domain.moderation.Strictness;
import dev.easel.service.generation.GenerationRequest;
import dev.easel.web.api.Attachments;
import dev.easel.web.api.JsonInput;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What the bodies of all requests have in common that paint from words. Source: seed 001 "Image
 * Generation Endpoints".
 */
class PromptBody implements OrderBody {

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
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_WORD = 60;
  private static final int LEAST_EDGE = 64;
  private static final int MOST_EDGE = 2048;
  private static final int EDGE_STEP = 8;
  private static final int MOST_OUTPUTS = 4;

  final JsonInput body;
  final GenerationRequest request = new GenerationRequest();
  final Given given = new Given();

  /** Members nobody knows, by their paths. */
  final List<String> strangers = new ArrayList<>();

  private final Set<String> further;
  private final JsonInput parameters;
  private final JsonInput style;
  private final OutputMembers output;
  private final JsonInput preferences;
  private final String model;
  private final Integer width;
  private final Integer height;
  private final String metadata;
  private final String webhookUrl;

  /**
   * Reads what is common. Who extends this reads the rest and then calls {@link #finish}.
   *
   * @param further members the operation has besides
   */
  PromptBody(Operation operation, JsonInput body, Set<String> further) {
    this.body = body;
    this.further = further;
    request.operation(operation);
    parameters = body.object("parameters");
    style = body.object("style");
    output = new OutputMembers(body);
    preferences = body.object("preferences");
    model = body.text("model", LONGEST_NAME);
    readPrompts();
    width = edge("width");
    height = edge("height");
    metadata = Attachments.metadata(body);
    webhookUrl = Attachments.webhookUrl(body);
    readParameters();
    readStyle();
    output.read(request, given);
    readPreferences();
  }

  /**
   * @param strict whether unknown members are refused rather than reported
   * @throws dev.easel.domain.shared.FailureException {@code INVALID_REQUEST} with everything that
   *     is wrong
   */
  final void finish(boolean strict) {
    Set<String> known = new HashSet<>(MEMBERS);
    known.addAll(further);
    strangers.addAll(0, body.strangers(known));
    strangers.addAll(parameters.strangers(PARAMETERS));
    strangers.addAll(style.strangers(Set.copyOf(STYLE_AXES)));
    strangers.addAll(output.strangers());
    strangers.addAll(preferences.strangers(PREFERENCES));
    Strangers.judge(body, strangers, strict, request);
    body.check();
  }

  /** Whether the caller left the size to the model. */
  final boolean anySize() {
    return width == null && height == null;
  }

  /** Reads a number between 0 and 1; null if absent. */
  final Double share(String name) {
    Double value = body.number(name);
    if (value != null && !(value >= 0 && value <= 1)) {
      body.violate(name, "must be between 0 and 1");
    }
    return value;
  }

  @Override
  public String model() {
    return model;
  }

  @Override
  public GenerationRequest request(Supplier<Size> modelSize) {
    if (anySize()) {
      return request;
    }
    if (width != null && height != null) {
      return request.size(new Size(width, height));
    }
    Size usual = modelSize.get();
    return request.size(
        width == null ? new Size(usual.width(), height) : new Size(width, usual.height()));
  }

  @Override
  public String given() {
    return given.json();
  }

  @Override
  public String metadata() {
    return metadata;
  }

  @Override
  public String webhookUrl() {
    return webhookUrl;
  }

  private void readPrompts() {
    request.model(model).prompt(body.text("prompt")).negativePrompt(body.text("negative_prompt"));
    given.keep("model", model);
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
    given.keepSection("parameters", kept);
  }

  private void readStyle() {
    Map<String, Object> kept = new LinkedHashMap<>();
    for (String axis : STYLE_AXES) {
      String value = style.text(axis, LONGEST_WORD);
      request.style(axis, value);
      kept.put(axis, value);
    }
    given.keepSection("style", kept);
  }

  private void readPreferences() {
    Boolean filter = preferences.flag("nsfw_filter");
    if (filter != null) {
      request.moderation(filter ? Strictness.STANDARD : Strictness.ALWAYS);
      given.keepSection("preferences", Map.of("nsfw_filter", filter));
    }
  }
}
