package dev.easel.service.node;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.easel.domain.dispatch.NodeSlots;
import dev.easel.domain.node.Wish;
import dev.easel.service.health.Meters;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Figures of the nodes. What is counted per node is counted by all servers together, so each tells
 * the same: take the maximum over servers, not the sum.
 */
@Singleton
@Startup
@DependsOn("FirstRun")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NodeMeters {

  /** By name; nobody looks at a graph with more lines. */
  private static final int MOST_NODES = 200;

  private static final List<String> NODE = List.of("node");

  @Inject Fleet fleet;
  @Inject NodeSlots slots;
  @Inject Meters meters;

  @PostConstruct
  void start() {
    meters.gauges("easel_nodes", "Nodes by what they are up to", List.of("state"), this::states);
    meters.gauges("easel_node_jobs", "Jobs given to a node and not ended", NODE, this::jobs);
    meters.gauges(
        "easel_node_breakers_open",
        "Models kept off a node for failing there",
        NODE,
        () -> byNode(node -> node.paused().size()));
    meters.counters(
        "easel_node_renders",
        "Jobs a node rendered",
        NODE,
        () -> byNode(node -> node.state().rendered()));
    meters.counters(
        "easel_node_faults",
        "Jobs that failed on a node",
        NODE,
        () -> byNode(node -> node.state().failed()));
  }

  private Map<List<String>, Long> states() {
    return fleet.nodes().stream()
        .collect(groupingBy(node -> List.of(NodeMeters.state(node)), counting()));
  }

  /** What an operator wished comes first: a node that is drained may well be silent. */
  private static String state(FleetNode node) {
    return node.wish() == Wish.ACTIVE
        ? node.health().wire()
        : node.wish().name().toLowerCase(Locale.ROOT);
  }

  private Map<List<String>, Long> jobs() {
    Map<String, Integer> taken = slots.taken();
    return byNode(node -> taken.getOrDefault(node.id(), 0));
  }

  private Map<List<String>, Long> byNode(ToLongFunction<KnownNode> value) {
    Map<List<String>, Long> values = new LinkedHashMap<>();
    named().forEach(n -> values.put(List.of(n.node().name()), value.applyAsLong(n)));
    return values;
  }

  private Stream<KnownNode> named() {
    return fleet.known().stream().limit(MOST_NODES);
  }
}
