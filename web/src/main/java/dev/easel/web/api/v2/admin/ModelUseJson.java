package dev.easel.web.api.v2.admin;

import dev.easel.domain.catalog.ModelLife;
import dev.easel.domain.usage.ModelUse;
import dev.easel.service.usage.EndingUse;
import dev.easel.web.api.WireJson;
import jakarta.json.JsonObjectBuilder;
import java.time.LocalDate;
import java.util.Locale;

/** Who asked for a model. */
final class ModelUseJson {

  private ModelUseJson() {}

  static JsonObjectBuilder of(ModelUse use) {
    return add(WireJson.object(), use);
  }

  /** With the model, and what it ends with. */
  static JsonObjectBuilder of(EndingUse ending) {
    ModelLife life = ending.model().life();
    JsonObjectBuilder object =
        WireJson.object()
            .add("model", ending.model().id())
            .add("lifecycle", life.lifecycle().name().toLowerCase(Locale.ROOT))
            .add("sunset_on", WireJson.text(life.sunsetOn().map(LocalDate::toString)))
            .add("successor", WireJson.text(life.successorId()));
    return add(object, ending.use());
  }

  private static JsonObjectBuilder add(JsonObjectBuilder object, ModelUse use) {
    return object
        .add("tenant_id", use.tenantId())
        .add("tenant", use.tenantName())
        .add("key_id", use.keyId())
        .add("key", WireJson.text(use.keyName()))
        .add("requests", use.requests())
        .add("last_at", WireJson.time(use.lastAt()));
  }
}
