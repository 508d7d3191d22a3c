package dev.easel.web.ui.studio;

import dev.easel.domain.catalog.Size;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.generation.GenerationRequest;
import jakarta.ws.rs.FormParam;
import java.math.BigDecimal;

/**
 * What the studio's form says. Fields are texts as they were typed, so that a refused form comes
 * back as it was.
 */
public class StudioForm {

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

  /**
   * @throws FailureException {@code INVALID_REQUEST} naming the field that is no number or size
   */
  GenerationRequest request() {
    GenerationRequest request = new GenerationRequest().prompt(text(prompt));
    if (!text(model).isEmpty()) {
      request.model(text(model));
    }
    if (!text(negative).isEmpty()) {
      request.negativePrompt(text(negative));
    }
    if (!text(size).isEmpty()) {
      request.size(
          Size.parse(text(size))
              .orElseThrow(
                  () -> FailureException.invalid("size", "is not written like 1024x1024")));
    }
    request.count(whole("count", count));
    request.steps(whole("steps", steps));
    request.seed(longest("seed", seed));
    request.guidance(number("guidance", guidance));
    return request;
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
}
