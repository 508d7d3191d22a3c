package dev.easel.web.api.openai;

import dev.easel.domain.generation.Generation;
import dev.easel.domain.shared.Credits;
import dev.easel.web.api.WireJson;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;

/**
 * Usage as both seed 002 and OpenAI print it: the SDKs insist on tokens, the seed on cost. No model
 * here counts tokens, so the prompt's are an estimate and the truth is in {@code cost}.
 */
final class UsageJson {

  private static final int CHARACTERS_PER_TOKEN = 4;

  private UsageJson() {}

  /**
   * Of the whole request.
   *
   * @param size of what was delivered, which a node may have made larger than ordered
   */
  static JsonObjectBuilder ofAll(Generation generation, String size) {
    return of(generation, generation.captured(), size)
        .add(
            "output_tokens_details",
            WireJson.object().add("image_tokens", 0).add("text_tokens", 0));
  }

  /** Of one image, so that the events of a stream add up. */
  static JsonObjectBuilder ofOne(Generation generation, String size) {
    return of(generation, generation.unitPrice(), size);
  }

  private static JsonObjectBuilder of(Generation generation, Credits cost, String size) {
    int prompt = generation.prompt().length();
    int text = Math.max(1, (prompt + CHARACTERS_PER_TOKEN - 1) / CHARACTERS_PER_TOKEN);
    return WireJson.object()
        .add("input_tokens", text)
        .add(
            "input_tokens_details",
            WireJson.object().add("text_tokens", text).add("image_tokens", 0))
        .add("output_tokens", 0)
        .add("total_tokens", text)
        .add("cost", WireJson.number(cost.usd()))
        .add("latency_ms", latency(generation))
        .add("image_size", size)
        .add("model_used", modelUsed(generation));
  }

  private static long latency(Generation generation) {
    return generation
        .completedAt()
        .map(end -> Duration.between(generation.createdAt(), end).toMillis())
        .orElse(0L);
  }

  /** The painter's public name begins with the house's, not with its adapter's. */
  private static String modelUsed(Generation generation) {
    String used = generation.modelUsed().orElse(generation.modelId());
    return used.startsWith("sketch/easel/") ? used.substring("sketch/".length()) : used;
  }
}
