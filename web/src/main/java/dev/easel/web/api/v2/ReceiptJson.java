package dev.easel.web.api.v2;

import dev.easel.domain.generation.Attempt;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.GenerationStatus;
import dev.easel.domain.generation.Operation;
import dev.easel.service.generation.GenerationReader;
import dev.easel.web.api.WireJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was asked for, what was done, by whom, how long it took and what it cost: the answer to all
 * questions about one result.
 */
@ApplicationScoped
public class ReceiptJson {

  @Inject GenerationReader reader;

  JsonObject of(Generation generation) {
    return WireJson.object()
        .add("requested", requested(generation))
        .add("applied", applied(generation))
        .add("prompt", generation.prompt())
        .add("negative_prompt", generation.negativePrompt())
        .add("effective_prompt", generation.effectivePrompt())
        .add("seed", generation.seed())
        .add("model", generation.modelId())
        .add("model_used", WireJson.text(GenerationJson.modelUsed(generation)))
        .add("price", price(generation))
        .add("timings", timings(generation))
        .add("attempts", attempts(generation))
        .add("warnings", WireJson.warnings(generation.remarks()))
        .add("request_id", generation.requestId())
        .build();
  }

  private static JsonValue requested(Generation generation) {
    return generation
        .requested()
        .<JsonValue>map(WireJson::parse)
        .orElse(JsonValue.EMPTY_JSON_OBJECT);
  }

  private static JsonObjectBuilder applied(Generation generation) {
    JsonObjectBuilder applied = WireJson.object();
    Operation operation = generation.operation();
    if (!operation.isProcess()) {
      applied.add("parameters", parameters(generation));
    }
    if (operation == Operation.IMAGE_TO_IMAGE || operation == Operation.INPAINT) {
      applied.add("strength", WireJson.number(generation.strength()));
    }
    if (operation != Operation.TEXT_TO_IMAGE) {
      applied.add("settings", WireJson.parse(generation.edit().settings()));
    }
    if (operation.makesImages()) {
      applied.add("output", output(generation));
    }
    return applied;
  }

  private static JsonObjectBuilder parameters(Generation generation) {
    return WireJson.object()
        .add("width", generation.size().width())
        .add("height", generation.size().height())
        .add("num_outputs", generation.count())
        .add("num_inference_steps", generation.steps())
        .add("guidance_scale", WireJson.number(generation.guidance()))
        .add("scheduler", word(generation.scheduler()))
        .add("seed", generation.seed())
        .add("sampler", word(generation.sampler()));
  }

  private static JsonObjectBuilder output(Generation generation) {
    return WireJson.object()
        .add("format", generation.format().wire())
        .add("quality", generation.encodingQuality());
  }

  private static JsonObjectBuilder price(Generation generation) {
    boolean ended = generation.status().isFinal();
    int images = ended ? generation.delivered() : generation.count();
    JsonObjectBuilder line =
        WireJson.object()
            .add("item", generation.modelId() + ", " + operation(generation))
            .add("rule", generation.priceRuleId())
            .add("version", generation.priceVersion())
            .add("quantity", images)
            .add("unit", WireJson.money(generation.unitPrice()))
            .add("amount", WireJson.money(generation.unitPrice().times(images)));
    return WireJson.object()
        .add("lines", WireJson.array().add(line))
        .add("held", WireJson.money(generation.unitPrice().times(generation.count())))
        .add("charged", WireJson.money(generation.captured()))
        .add("refunded", WireJson.money(generation.refunded()))
        .add("settled", ended);
  }

  private static String operation(Generation generation) {
    return generation.operation().capability().wire();
  }

  /** Waiting is until the last attempt began. */
  private static JsonObjectBuilder timings(Generation generation) {
    Instant created = generation.createdAt();
    Optional<Instant> started = generation.startedAt();
    Optional<Instant> ended = generation.completedAt();
    return WireJson.object()
        .add("queued_seconds", started.map(at -> seconds(created, at)).orElse(JsonValue.NULL))
        .add(
            "rendering_seconds",
            started.flatMap(at -> ended.map(end -> seconds(at, end))).orElse(JsonValue.NULL))
        .add("total_seconds", ended.map(end -> seconds(created, end)).orElse(JsonValue.NULL));
  }

  private static JsonValue seconds(Instant from, Instant until) {
    return WireJson.number(BigDecimal.valueOf(Duration.between(from, until).toMillis(), 3));
  }

  private JsonArrayBuilder attempts(Generation generation) {
    JsonArrayBuilder array = WireJson.array();
    List<Attempt> attempts = reader.attempts(generation);
    for (Attempt attempt : attempts) {
      array.add(
          WireJson.object()
              .add("number", attempt.number())
              .add("provider", attempt.adapter())
              .add("started_at", WireJson.time(attempt.startedAt()))
              .add("ended_at", WireJson.time(attempt.endedAt()))
              .add("outcome", outcome(attempt, generation)));
    }
    return array;
  }

  /** In one word; what the provider said in its own is for operators. */
  private static String outcome(Attempt attempt, Generation generation) {
    boolean last = attempt.number() == generation.attempt();
    if (attempt.endedAt().isEmpty()) {
      return last && generation.status() == GenerationStatus.PROCESSING ? "running" : "lost";
    }
    return last && generation.status().isFinal() ? generation.status().wire() : "retried";
  }

  private static JsonValue word(String word) {
    return word.isEmpty() ? JsonValue.NULL : WireJson.text(word);
  }
}
