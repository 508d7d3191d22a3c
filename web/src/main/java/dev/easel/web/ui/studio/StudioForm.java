package dev.easel.web.ui.studio;

import dev.easel.domain.catalog.Size;
import dev.easel.domain.editing.Polarity;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.Operation;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.editing.EditInputs;
import dev.easel.service.generation.GenerationRequest;
import dev.easel.service.generation.Idempotency;
import dev.easel.service.generation.InputWish;
import dev.easel.web.ui.session.Once;
import jakarta.ws.rs.FormParam;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the studio's form says. Fields are texts as they were typed, so that a refused form comes
 * back as it was.
 */
public class StudioForm {

  /** Intermediate states worth showing while one waits. */
  private static final int PREVIEWS = 3;

  /** A mask as one paints it: white over what is to change, with a soft edge. */
  private static final String PAINTED = "{\"mask\":\"light\",\"mask_blur\":6,\"keep_size\":%s}";

  /** More in a row cannot be compared. */
  private static final int MOST_MODELS = 4;

  @FormParam(Once.FIELD)
  private String once;

  @FormParam("prompt")
  private String prompt;

  @FormParam("negative")
  private String negative;

  @FormParam("model")
  private String model;

  @FormParam("size")
  private String size;

  @FormParam("count")
  private String count;

  @FormParam("seed")
  private String seed;

  @FormParam("steps")
  private String steps;

  @FormParam("guidance")
  private String guidance;

  @FormParam("style")
  private String style;

  /** Id of an image or an upload. */
  @FormParam("source")
  private String source;

  /** A data URL, as the page draws it, or an id: white is repainted. */
  @FormParam("mask")
  private String mask;

  @FormParam("strength")
  private String strength;

  /** Models that are to make the same beside the chosen one. */
  @FormParam("also")
  private List<String> also;

  /** The same order once more. */
  static StudioForm of(Generation generation, boolean sameSeed) {
    StudioForm form = new StudioForm();
    form.prompt = generation.effectivePrompt();
    form.negative = generation.negativePrompt();
    form.model = generation.modelId();
    form.size = generation.size().toString();
    form.count = Integer.toString(generation.count());
    form.seed = sameSeed ? Long.toString(generation.seed()) : "";
    form.steps = Integer.toString(generation.steps());
    form.guidance = Double.toString(generation.guidance());
    form.source = generation.initImageId().orElse("");
    form.mask = generation.maskImageId().filter(id -> isPainted(generation)).orElse("");
    form.strength = generation.initImageId().isPresent() ? "" + generation.strength() : "";
    return form;
  }

  /** Whether its mask is one as the page paints them. */
  private static boolean isPainted(Generation generation) {
    return EditInputs.polarity(generation.edit().settings()) == Polarity.LIGHT;
  }

  /** The same with another picture to start from. */
  StudioForm from(String imageId) {
    source = imageId;
    mask = "";
    return this;
  }

  Operation operation() {
    if (source().isEmpty()) {
      return Operation.TEXT_TO_IMAGE;
    }
    return text(mask).isEmpty() ? Operation.IMAGE_TO_IMAGE : Operation.INPAINT;
  }

  /** The chosen model and those that are to make the same; an empty word for any. */
  Set<String> models() {
    Set<String> models = new LinkedHashSet<>();
    models.add(model());
    models.addAll(also());
    return models;
  }

  /**
   * The order for one of the models.
   *
   * @param usualSeed used if the form has none and there are several
   * @throws FailureException {@code INVALID_REQUEST} naming the field that is no number or size
   */
  GenerationRequest request(String wanted, long usualSeed) {
    Long own = longest("seed", seed);
    GenerationRequest request =
        new GenerationRequest()
            .operation(operation())
            .model(wanted.isEmpty() ? null : wanted)
            .prompt(text(prompt))
            .previews(PREVIEWS)
            .count(whole("count", count))
            .steps(whole("steps", steps))
            .seed(also().isEmpty() || !seed().isEmpty() ? own : Long.valueOf(usualSeed))
            .guidance(number("guidance", guidance));
    addWords(request);
    addPictures(request);
    return request;
  }

  /** Keeps the order for one of the models from being carried out twice. */
  Idempotency once(String wanted) {
    List<String> content = new ArrayList<>(also());
    Stream.of(wanted, prompt, negative, size, count, seed, steps, guidance, style, source)
        .map(StudioForm::text)
        .forEach(content::add);
    content.add(text(mask));
    content.add(text(strength));
    return Once.of(once, content);
  }

  private void addWords(GenerationRequest request) {
    if (!style().isEmpty()) {
      request.style("preset", style());
    }
    if (!negative().isEmpty()) {
      request.negativePrompt(negative());
    }
    if (!size().isEmpty()) {
      request.size(
          Size.parse(size())
              .orElseThrow(
                  () -> FailureException.invalid("size", "is not written like 1024x1024")));
    }
  }

  private void addPictures(GenerationRequest request) {
    if (source().isEmpty()) {
      return;
    }
    request.source(InputWish.named("source", source())).strength(number("strength", strength));
    if (operation() == Operation.INPAINT) {
      request
          .mask(InputWish.named("mask", text(mask)))
          .settings(PAINTED.formatted(size().isEmpty()));
    }
  }

  private static Integer whole(String field, String text) {
    Long value = longest(field, text);
    if (value != null && (value < 0 || value > Integer.MAX_VALUE)) {
      throw FailureException.invalid(field, "is out of range");
    }
    return value == null ? null : value.intValue();
  }

  private static Long longest(String field, String text) {
    try {
      return text(text).isEmpty() ? null : Long.valueOf(text(text));
    } catch (NumberFormatException e) {
      throw FailureException.invalid(field, "must be a whole number");
    }
  }

  private static Double number(String field, String text) {
    try {
      return text(text).isEmpty() ? null : new BigDecimal(text(text)).doubleValue();
    } catch (NumberFormatException e) {
      throw FailureException.invalid(field, "must be a number");
    }
  }

  private static String text(String sent) {
    return sent == null ? "" : sent.strip();
  }

  public String prompt() {
    return text(prompt);
  }

  public String negative() {
    return text(negative);
  }

  public String model() {
    return text(model);
  }

  public String size() {
    return text(size);
  }

  public String count() {
    return text(count);
  }

  public String seed() {
    return text(seed);
  }

  public String steps() {
    return text(steps);
  }

  public String guidance() {
    return text(guidance);
  }

  public String style() {
    return text(style);
  }

  public String source() {
    return text(source);
  }

  public String mask() {
    return text(mask);
  }

  public String strength() {
    return text(strength);
  }

  /** Further models, at most three. */
  public List<String> also() {
    return also == null ? List.of() : also.stream().limit(MOST_MODELS - 1L).toList();
  }
}
