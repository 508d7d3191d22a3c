package dev.easel.web.api.v1;

import dev.easel.domain.shared.Credits;
import dev.easel.web.api.WireJson;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.Collection;

/** Small shapes that v1 prints in several places. */
final class Wire {

  private Wire() {}

  /** Dollars with at least one decimal: {@code 1.0}, as seed 000 prints prices. */
  static BigDecimal usd(Credits amount) {
    BigDecimal usd = amount.usd();
    return usd.scale() < 1 ? usd.setScale(1) : usd;
  }

  static JsonValue orNull(String text) {
    return text == null || text.isEmpty() ? JsonValue.NULL : WireJson.text(text);
  }

  /** A list that comes whole. */
  static JsonObject whole(Collection<JsonObject> items) {
    JsonArrayBuilder array = WireJson.array();
    items.forEach(array::add);
    return WireJson.object()
        .add("items", array)
        .add("total", items.size())
        .add("limit", items.size())
        .add("offset", 0)
        .addNull("next")
        .build();
  }
}
