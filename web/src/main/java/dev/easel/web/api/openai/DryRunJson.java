package dev.easel.web.api.openai;

import dev.easel.domain.generation.Order;
import dev.easel.service.generation.Quote;
import dev.easel.web.api.QuoteJson;
import dev.easel.web.api.WireJson;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;

/**
 * The answer to {@code dry_run}: that of a request without its images. SDKs read it like any other.
 */
final class DryRunJson {

  private DryRunJson() {}

  static JsonObject of(Quote quote, Instant now) {
    return WireJson.object()
        .add("created", now.getEpochSecond())
        .add("dry_run", true)
        .add("data", WireJson.array())
        .add("usage", usage(quote))
        .addAll(QuoteJson.of(quote))
        .build();
  }

  private static JsonObjectBuilder usage(Quote quote) {
    Order order = quote.order();
    return WireJson.object()
        .add("input_tokens", 0)
        .add("input_tokens_details", WireJson.object().add("text_tokens", 0).add("image_tokens", 0))
        .add("output_tokens", 0)
        .add("total_tokens", 0)
        .add("cost", WireJson.number(quote.price().total().usd()))
        .add("latency_ms", 0)
        .add("image_size", order.size().toString())
        .add("model_used", order.modelId());
  }
}
