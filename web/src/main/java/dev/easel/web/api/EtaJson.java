package dev.easel.web.api;

import dev.easel.service.generation.Eta;
import jakarta.json.JsonValue;
import java.util.Optional;

/** Expected times as all surfaces print them. */
public final class EtaJson {

  private EtaJson() {}

  /** Whole seconds that half and nine of ten have needed; null if nobody can say. */
  public static JsonValue of(Optional<Eta> eta) {
    return eta.<JsonValue>map(
            seconds ->
                WireJson.object()
                    .add("p50_seconds", seconds.likely())
                    .add("p90_seconds", seconds.atWorst())
                    .build())
        .orElse(JsonValue.NULL);
  }
}
