package dev.easel.service.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.catalog.ModelRoute;
import dev.easel.domain.generation.Operation;
import dev.easel.domain.node.Health;
import dev.easel.domain.node.Inventory;
import dev.easel.domain.node.Wish;
import dev.easel.domain.provider.NodeTarget;
import dev.easel.fake.InMemoryCatalog;
import dev.easel.fake.MovableClock;
import dev.easel.service.catalog.CatalogLoader;
import dev.easel.service.catalog.Catalogs;
import dev.easel.service.node.Fleet;
import dev.easel.service.node.FleetNode;
import dev.easel.service.provider.FixedProviders;
import dev.easel.service.provider.JobProviders;
import dev.easel.service.workflow.Workflows;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Nodes that take the order itself serve the routes that name a checkpoint of theirs. */
class FleetViewTest {

  private static final String SDXL = "stable-diffusion-xl";
  private static final FleetNode WITH = node("nod_with", "sdcpp", "sdcpp-" + SDXL);
  private static final FleetNode WITHOUT = node("nod_without", "sdcpp", "other");
  private static final FleetNode OTHER_KIND = node("nod_web", "a1111", "sdcpp-" + SDXL);

  private final FleetView view = view(List.of(WITH, WITHOUT, OTHER_KIND));

  @Test
  void aNodeServesARouteWhoseCheckpointItHas() {
    assertThat(view.route("nod_with", SDXL, Operation.TEXT_TO_IMAGE))
        .map(ModelRoute::upstreamId)
        .contains("sdcpp-" + SDXL);
    assertThat(view.route("nod_without", SDXL, Operation.TEXT_TO_IMAGE)).isEmpty();
    assertThat(view.route("nod_web", SDXL, Operation.TEXT_TO_IMAGE)).isEmpty();
  }

  @Test
  void suchAModelWaitsForNodes() {
    assertThat(view.isForNodes(SDXL, Operation.TEXT_TO_IMAGE)).isTrue();
    assertThat(view.places()).hasSize(3);
  }

  private static FleetView view(List<FleetNode> nodes) {
    MovableClock clock = new MovableClock();
    JobProviders jobs = new OnlySdcpp();
    InMemoryCatalog stored =
        new InMemoryCatalog().model(SDXL).price(SDXL, "*", 1, 1).route(SDXL, "sdcpp", 1);
    CatalogLoader loader =
        Catalogs.loader(stored, new FixedProviders(), false, Workflows.none(), jobs);
    FleetView view = new FleetView();
    view.fleet = new FixedFleet(nodes);
    view.catalog = Catalogs.service(loader, clock, SDXL);
    view.workflows = Workflows.none();
    view.providers = jobs;
    view.clock = clock;
    return view;
  }

  private static FleetNode node(String id, String kind, String checkpoint) {
    return new FleetNode(
        new NodeTarget(id, id, kind, URI.create("http://127.0.0.1:9"), Map.of(), ""),
        Wish.ACTIVE,
        Health.UP,
        new Inventory(Map.of("checkpoints", Set.of(checkpoint)), Set.of(), Set.of(), Set.of()),
        Set.of(),
        Map.of(),
        Optional.empty(),
        1,
        0);
  }

  private static final class FixedFleet extends Fleet {
    private final List<FleetNode> nodes;

    FixedFleet(List<FleetNode> nodes) {
      this.nodes = nodes;
    }

    @Override
    public List<FleetNode> nodes() {
      return nodes;
    }
  }

  private static final class OnlySdcpp extends JobProviders {
    @Override
    public boolean speaks(String kind) {
      return kind.equals("sdcpp");
    }
  }
}
