package dev.easel.web.api.openai;

import dev.easel.domain.catalog.Capability;
import dev.easel.domain.catalog.ImageModel;
import dev.easel.domain.catalog.Size;
import dev.easel.domain.shared.Utc;
import dev.easel.service.catalog.CatalogEntry;
import dev.easel.web.api.WireJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;

/** Models as OpenAI lists them, with what seed 002's service adds: provider, subtype, pricing. */
@ApplicationScoped
public class ModelsJson {

  /** What all models here are; seed 002's service also lists others. */
  static final String TYPE = "image";

  JsonObjectBuilder brief(CatalogEntry entry) {
    ImageModel model = entry.model();
    Instant created = model.releaseDate().map(day -> Utc.start(day)).orElse(model.createdAt());
    JsonObjectBuilder json =
        WireJson.object()
            .add("id", model.id())
            .add("object", "model")
            .add("created", created.getEpochSecond())
            .add("owned_by", model.owner());
    model.sunsetOn().ifPresent(day -> json.add("shutdown_date", day.toString()));
    json.add("provider", model.owner()).add("type", TYPE).add("subtype", model.type());
    return json.add("pricing", pricing(entry));
  }

  JsonObjectBuilder detailed(CatalogEntry entry) {
    ImageModel model = entry.model();
    JsonObjectBuilder json =
        brief(entry)
            .add("name", model.name())
            .add("description", model.description())
            .add("version", model.version())
            .add("lifecycle", model.lifecycle().name().toLowerCase(Locale.ROOT))
            .add("vip_required", model.vipRequired())
            .add(
                "capabilities",
                words(model.capabilities().stream().map(Capability::wire).sorted().toList()))
            .add("sizes", words(model.sizes().stream().map(Size::toString).toList()))
            .add("default_size", model.defaultSize().toString())
            .add("max_n", model.maxOutputs())
            .add("max_prompt_length", model.maxPromptLength());
    model.successorId().ifPresent(id -> json.add("successor", id));
    return json;
  }

  private static JsonObjectBuilder pricing(CatalogEntry entry) {
    JsonObjectBuilder pricing = WireJson.object().add("currency", "USD");
    entry.listPrice().ifPresent(price -> pricing.add("per_image", WireJson.number(price.usd())));
    return pricing;
  }

  private static JsonArrayBuilder words(Collection<String> words) {
    return WireJson.array(words);
  }
}
