package dev.easel.fake;

import dev.easel.domain.asset.Provenance.SourceType;
import dev.easel.domain.catalog.CatalogRepository;
import dev.easel.domain.catalog.ImageModel;
import dev.easel.domain.catalog.Lifecycle;
import dev.easel.domain.catalog.ModelAlias;
import dev.easel.domain.catalog.ModelRoute;
import dev.easel.domain.catalog.PriceList;
import dev.easel.domain.catalog.PriceRule;
import dev.easel.domain.catalog.PriceTerms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A catalogue made in the test. */
public final class InMemoryCatalog implements CatalogRepository {

  private final List<ImageModel> models = new ArrayList<>();
  private final List<ModelRoute> routes = new ArrayList<>();
  private final Map<String, PriceList> lists = new HashMap<>();
  private final List<PriceRule> prices = new ArrayList<>();
  private final List<ModelAlias> aliases = new ArrayList<>();

  /** Adds a model that can text-to-image within ordinary limits. */
  public InMemoryCatalog model(String id) {
    return model(id, Map.of());
  }

  /**
   * @param different what is different from an ordinary model, by field name
   */
  public InMemoryCatalog model(String id, Map<String, ?> different) {
    Map<String, Object> values = new HashMap<>(ordinary());
    values.put("id", id);
    values.putAll(different);
    models.add(Stored.of(ImageModel.class, values));
    return this;
  }

  public InMemoryCatalog route(String modelId, String adapter, int preference) {
    String id = modelId + "@" + adapter;
    routes.add(new ModelRoute(id, modelId, adapter, adapter + "-" + modelId, preference));
    return this;
  }

  public InMemoryCatalog disabledRoute(String modelId, String adapter) {
    ModelRoute route = new ModelRoute(modelId + "@off", modelId, adapter, "off", 1);
    Stored.set(route, "enabled", false);
    routes.add(route);
    return this;
  }

  public InMemoryCatalog price(String modelId, String operation, int version, long usdMicros) {
    return price(modelId, version, Instant.EPOCH, PriceTerms.flat(operation, usdMicros));
  }

  /** Adds a rule to a version of the prices, which counts from a time on. */
  public InMemoryCatalog price(String modelId, int version, Instant activeFrom, PriceTerms terms) {
    PriceList list = new PriceList(modelId, version, activeFrom, "test", "test", Instant.EPOCH);
    lists.putIfAbsent(list.id(), list);
    prices.add(new PriceRule(list, prices.size(), terms));
    return this;
  }

  public InMemoryCatalog alias(String alias, String modelId) {
    aliases.add(Stored.of(ModelAlias.class, Map.of("alias", alias, "modelId", modelId)));
    return this;
  }

  /** The operator takes every route away. */
  public void withoutRoutes() {
    routes.clear();
  }

  @Override
  public List<ImageModel> models() {
    return List.copyOf(models);
  }

  @Override
  public List<ModelRoute> routes() {
    return List.copyOf(routes);
  }

  @Override
  public List<PriceRule> pricesAt(Instant time) {
    return prices.stream()
        .filter(rule -> rule.version() == newest(rule.modelId(), time).orElse(0))
        .toList();
  }

  private OptionalInt newest(String modelId, Instant time) {
    return priceLists(modelId).stream()
        .filter(list -> !list.activeFrom().isAfter(time))
        .mapToInt(PriceList::version)
        .max();
  }

  @Override
  public List<PriceList> priceLists(String modelId) {
    return lists.values().stream()
        .filter(list -> list.modelId().equals(modelId))
        .sorted(Comparator.comparing(PriceList::version).reversed())
        .toList();
  }

  @Override
  public List<PriceRule> pricesOf(String modelId) {
    return prices.stream().filter(rule -> rule.modelId().equals(modelId)).toList();
  }

  @Override
  public void lockModel(String modelId) {}

  @Override
  public Optional<ImageModel> lock(String modelId) {
    return find(modelId);
  }

  @Override
  public Optional<ImageModel> find(String modelId) {
    return models.stream().filter(model -> model.id().equals(modelId)).findFirst();
  }

  @Override
  public void add(PriceList list, List<PriceRule> rules) {
    lists.put(list.id(), list);
    prices.addAll(rules);
  }

  @Override
  public List<ModelAlias> aliases() {
    return List.copyOf(aliases);
  }

  private static Map<String, Object> ordinary() {
    Map<String, Object> values = new HashMap<>();
    values.put("name", "A model");
    values.put("capabilities", "TEXT_TO_IMAGE");
    values.put("lifecycle", Lifecycle.ACTIVE);
    values.put("minEdge", 64);
    values.put("maxEdge", 2048);
    values.put("edgeMultiple", 8);
    values.put("defaultSize", "1024x1024");
    values.put("maxOutputs", 4);
    values.put("maxPromptLength", 1000);
    values.put("minSteps", 1);
    values.put("maxSteps", 50);
    values.put("defaultSteps", 30);
    values.put("minGuidance", 1.0);
    values.put("maxGuidance", 20.0);
    values.put("defaultGuidance", 7.5);
    values.put("schedulers", "DDIM,Euler");
    values.put("sourceType", SourceType.TRAINED_ALGORITHMIC_MEDIA);
    return values;
  }
}
