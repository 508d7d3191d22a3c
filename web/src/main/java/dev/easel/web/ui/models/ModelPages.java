package dev.easel.web.ui.models;

import dev.easel.domain.catalog.Capability;
import dev.easel.domain.catalog.ImageModel;
import dev.easel.domain.catalog.Lifecycle;
import dev.easel.domain.catalog.ModelLife;
import dev.easel.domain.identity.Caller;
import dev.easel.service.catalog.Catalog;
import dev.easel.service.catalog.CatalogService;
import dev.easel.service.catalog.ModelDesk;
import dev.easel.service.pricing.PriceDesk;
import dev.easel.service.pricing.PublishedPrices;
import dev.easel.service.usage.ModelUses;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Models;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What the pages on models show. */
@RequestScoped
public class ModelPages {

  @Inject CatalogService catalog;
  @Inject ModelDesk desk;
  @Inject PriceDesk prices;
  @Inject ModelUses uses;
  @Inject Models models;

  /**
   * @param state of those that are shown; all if it is none
   */
  String list(String search, String state) {
    Catalog current = catalog.current();
    String part = search.toLowerCase(Locale.ROOT);
    List<ModelRow> found =
        desk.list().stream()
            .filter(model -> matches(model, part))
            .map(model -> new ModelRow(model, current.find(model.id())))
            .toList();
    Map<String, Long> counts =
        found.stream().collect(Collectors.groupingBy(ModelRow::state, Collectors.counting()));
    boolean chosen = ModelRow.STATES.contains(state);
    models.put("search", search);
    models.put("state", chosen ? state : "");
    models.put("states", ModelRow.STATES.stream().filter(counts::containsKey).toList());
    models.put("counts", counts);
    models.put("found", found.size());
    models.put("rows", found.stream().filter(row -> !chosen || row.state().equals(state)).toList());
    return "models/index.html";
  }

  String ending(Caller caller) {
    models.put("keys", uses.ofEnding(caller));
    return "models/ending.html";
  }

  String one(Caller caller, String id) {
    ImageModel model = desk.get(id);
    models.put("model", model);
    models.put("row", new ModelRow(model, catalog.current().find(id)));
    models.put("uses", model.capabilities().stream().sorted().map(Capability::wire).toList());
    models.put("routes", desk.routes(id));
    models.put("keys", uses.of(caller, id));
    models.put("lifecycles", Lifecycle.values());
    models.put("others", desk.list().stream().filter(other -> !other.id().equals(id)).toList());
    models.put("fields", fields(model.life()));
    putPrices(id);
    return "models/model.html";
  }

  private void putPrices(String id) {
    List<PublishedPrices> versions = prices.versions(id);
    models.put("versions", versions.stream().map(PriceVersion::of).toList());
    models.put("newest", versions.stream().mapToInt(each -> each.list().version()).max().orElse(0));
    models.put(
        "lines",
        PriceRows.of(
            versions.stream()
                .filter(each -> each.state() == PublishedPrices.State.ACTIVE)
                .findFirst()
                .map(PublishedPrices::rules)
                .orElse(List.of())));
  }

  private static boolean matches(ImageModel model, String part) {
    return model.id().toLowerCase(Locale.ROOT).contains(part)
        || model.name().toLowerCase(Locale.ROOT).contains(part)
        || model.lifecycle().name().toLowerCase(Locale.ROOT).equals(part);
  }

  private static Map<String, String> fields(ModelLife life) {
    Map<String, String> fields = new HashMap<>();
    fields.put("lifecycle", life.lifecycle().name().toLowerCase(Locale.ROOT));
    fields.put("sunset_on", life.sunsetOn().map(LocalDate::toString).orElse(""));
    fields.put("successor", life.successorId().orElse(""));
    if (life.enabled()) {
      fields.put("enabled", "on");
    }
    return fields;
  }
}
