package dev.easel.web.ui.operate;

import dev.easel.domain.shared.Page;
import dev.easel.service.catalog.CatalogEntry;
import dev.easel.service.catalog.CatalogService;
import dev.easel.service.node.Inspectors;
import dev.easel.service.node.NodeDesk;
import dev.easel.service.node.NodeView;
import dev.easel.service.node.Throughput;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Models;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the pages on nodes show. */
@RequestScoped
public class NodePage {

  private static final int AT_ONCE = 50;

  @Inject NodeDesk desk;
  @Inject Throughput throughput;
  @Inject CatalogService catalog;
  @Inject Inspectors inspectors;
  @Inject Models models;

  void putList(String after) {
    Page<NodeView> page = desk.list(Optional.ofNullable(after), AT_ONCE);
    models.put("nodes", page.items());
    models.put("after", after);
    models.put("next", page.items().size() < AT_ONCE ? null : page.next().orElse(null));
    models.put("throughput", throughput);
  }

  void putOne(NodeView view) {
    models.put("view", view);
    models.put("terms", view.node().terms());
    models.put("state", view.state());
    models.put("made", throughput.of(view.node().id()));
    Map<String, Integer> counts = new TreeMap<>();
    view.inventory().models().forEach((kind, names) -> counts.put(kind, names.size()));
    models.put("inventory", counts);
  }

  void putForm(NodeFields fields) {
    Refusals.none(models);
    models.put("fields", fields);
    models.put("kinds", inspectors.kinds().stream().sorted().toList());
    Map<String, String> choices = new TreeMap<>();
    catalog.current().entries().stream()
        .filter(CatalogEntry::callable)
        .forEach(entry -> choices.put(entry.model().id(), entry.model().name()));
    fields.models().forEach(id -> choices.putIfAbsent(id, id));
    models.put("choices", choices);
  }

  /** The id of a model by its id or alias. */
  Optional<String> model(String name) {
    return catalog.current().find(name).map(entry -> entry.model().id());
  }
}
