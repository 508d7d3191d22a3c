package dev.easel.slice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.domain.identity.Caller;
import dev.easel.domain.node.Inventory;
import dev.easel.domain.node.Node;
import dev.easel.domain.node.NodeBreaker;
import dev.easel.domain.node.NodeInventory;
import dev.easel.domain.node.NodeRepository;
import dev.easel.domain.node.NodeSight;
import dev.easel.domain.node.NodeState;
import dev.easel.domain.node.NodeTerms;
import dev.easel.domain.node.Reach;
import dev.easel.domain.node.Trust;
import dev.easel.domain.node.Wish;
import dev.easel.domain.provider.JobFault;
import dev.easel.domain.provider.NodeFacts;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Ids;
import dev.easel.service.node.NodeDesk;
import dev.easel.service.node.NodeView;
import dev.easel.service.node.NodeWish;
import dev.easel.service.node.StateSteps;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nodes on the real database. Nothing listens at their addresses. */
@ArquillianTest
class NodeIT {

  @Inject NodeRepository stored;
  @Inject StateSteps steps;
  @Inject NodeDesk desk;
  private static final Caller OPERATOR =
      new Caller("ten_none", "user_none", "key_none", "pro", false);

  @Inject Backstage backstage;
  @Inject Crowd crowd;

  private String id;
  private Instant now;

  @Deployment
  static WebArchive slice() {
    return Slices.war();
  }

  @BeforeEach
  void addANode() throws Exception {
    now = backstage.now().truncatedTo(ChronoUnit.MICROS);
    id = Ids.random("nod");
    add(id, terms(id));
  }

  @Test
  void everythingComesBackAsItWas() throws Exception {
    Node read = backstage.inTransaction(() -> stored.find(id).orElseThrow());

    assertThat(read.terms()).isEqualTo(terms(id));
    assertThat(read.wish()).isEqualTo(Wish.ACTIVE);
    assertThat(read.createdAt()).isEqualTo(now);
  }

  @Test
  void aNameOrAnAddressIsGivenOnce() {
    NodeTerms other = terms("other" + id);
    NodeTerms sameName = renamed(other, terms(id).name(), other.address());
    NodeTerms samePlace = renamed(other, other.name(), terms(id).address());

    assertThat(refused(sameName)).containsEntry("reason", "node_exists");
    assertThat(refused(samePlace)).containsEntry("reason", "node_exists");
  }

  @Test
  void inventoryTrustAndSightsComeBackToo() throws Exception {
    NodeFacts facts =
        new NodeFacts(
            "0.3.64",
            List.of(new NodeFacts.Device("cuda:0", "cuda", 24_000_000_000L, 1L)),
            Map.of("loras", Set.of("Ünïcode.pt", "b.pt")),
            Set.of("KSampler"),
            Set.of("euler"),
            Set.of("normal"));
    steps.found(id, facts);
    steps.found(id, facts);
    steps.count(id, 7, "flux", now);
    Trust trust = quarantine();
    backstage.inTransaction(
        () -> {
          stored.add(
              new NodeSight(id, "server-1", Reach.unasked(now).miss("no", now), Optional.of(now)));
          return id;
        });

    NodeState state = state();
    assertThat(state.trust()).isEqualTo(trust);
    assertThat(state.software()).isEqualTo("0.3.64");
    assertThat(state.memory()).isEqualTo(24_000_000_000L);
    assertThat(state.rendered()).isEqualTo(7);
    assertThat(state.lastModel()).contains("flux");
    assertThat(inventory().inventory()).isEqualTo(Inventory.of(facts));
    assertThat(inventory().takenAt()).isEqualTo(state.inventoryAt().orElseThrow());
    assertThat(backstage.inTransaction(() -> stored.sights("server-1")))
        .anySatisfy(sight -> assertThat(sight.nodeId()).isEqualTo(id));
  }

  @Test
  void anInventoryOfTheLargestSizeFits() {
    Set<String> many = new TreeSet<>();
    for (int i = 0; i < 12_000; i++) {
      many.add("ü".repeat(80) + i);
    }
    steps.found(
        id, new NodeFacts("1", List.of(), Map.of("loras", many), Set.of(), Set.of(), Set.of()));

    assertThat(many).containsAll(inventory().inventory().models().get("loras"));
    assertThat(inventory().inventory().count("loras")).isGreaterThan(10_000);
  }

  /** As servers do that share a database. */
  @Test
  void faultsOfManyAtOnceAreAllCounted() throws Exception {
    crowd.all(
        12,
        i -> {
          steps.faulted(id, "flux", JobFault.of(JobFault.Kind.NODE_FAILED, "it broke"));
          return i;
        });

    assertThat(state().failed()).isEqualTo(12);
    assertThat(state().trust().isQuarantined()).isTrue();
  }

  @Test
  void oneOfManyTakesTheInventoryAndOneMakesTheTrial() throws Exception {
    backstage.change(
        "update node_state set faults = 3, rounds = 1, quarantined_at = current_timestamp,"
            + " trial_at = timestamp '2020-01-01 00:00:00', quarantine_reason = 'broke'"
            + " where node_id = ?",
        id);

    List<Object> inventories = crowd.all(8, i -> steps.claimInventory(id, Duration.ofMinutes(5)));
    List<Object> trials = crowd.all(8, i -> steps.claimTrial(id, Duration.ofMinutes(5)));

    assertThat(inventories).filteredOn(Boolean.TRUE::equals).hasSize(1);
    assertThat(trials).filteredOn(Boolean.TRUE::equals).hasSize(1);
  }

  @Test
  void aModelThatCannotBeLoadedIsKeptOffUntilItIsRendered() throws Exception {
    steps.faulted(id, "flux", JobFault.of(JobFault.Kind.MODEL_MISSING, "gone"));
    steps.faulted(id, "flux", JobFault.of(JobFault.Kind.MODEL_MISSING, "gone"));
    assertThat(breakers()).singleElement().satisfies(b -> assertThat(b.openUntil()).isPresent());

    steps.recovered(id, "flux");

    assertThat(breakers()).isEmpty();
  }

  @Test
  void aRemovedNodeLeavesNothingAndNothingIsNotedOfIt() throws Exception {
    steps.faulted(id, "flux", JobFault.of(JobFault.Kind.MODEL_MISSING, "gone"));
    backstage.inTransaction(
        () -> {
          stored.remove(stored.find(id).orElseThrow());
          return id;
        });

    assertThat(steps.faulted(id, "flux", JobFault.of(JobFault.Kind.NODE_FAILED, "late"))).isEmpty();
    assertThat(steps.claimInventory(id, Duration.ofMinutes(5))).isFalse();
    for (String table : List.of("node_state", "node_inventory", "node_sight", "node_breaker")) {
      assertThat(backstage.count("select count(*) from " + table + " where node_id = ?", id))
          .isZero();
    }
  }

  @Test
  void secretsAreUnreadableInTheRow() throws Exception {
    String name = "sealed-" + id;
    NodeView added =
        desk.add(
            OPERATOR,
            new NodeWish(
                Optional.of(name),
                Optional.of("deaf"),
                Optional.of("http://127.0.0.1:9/sealed/" + id),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Map.of("Authorization", "Bearer top-secret")),
                Optional.empty(),
                Optional.empty()));

    String row = (String) backstage.value("select sealed_headers from node where name = ?", name);
    assertThat(row).startsWith("v1.").doesNotContain("secret", "Bearer");
    assertThat(added.fleet().target().headers())
        .containsOnly(Map.entry("Authorization", "Bearer top-secret"));
    assertThat(added.reasons()).contains("no_inventory");
    desk.remove(OPERATOR, name, false);
  }

  private Trust quarantine() {
    Trust last = Trust.full();
    for (int i = 0; i < Trust.MOST_FAULTS; i++) {
      last = steps.judge(id, trust -> trust.fault("broke", now)).orElseThrow();
    }
    return last;
  }

  private List<NodeBreaker> breakers() throws Exception {
    return backstage.inTransaction(
        () -> stored.breakers().stream().filter(b -> b.nodeId().equals(id)).toList());
  }

  private NodeState state() throws Exception {
    return backstage.inTransaction(() -> stored.lockedState(id).orElseThrow());
  }

  private NodeInventory inventory() {
    return stored.inventory(id).orElseThrow();
  }

  private Map<String, Object> refused(NodeTerms terms) {
    return catchThrowableOfType(FailureException.class, () -> add(Ids.random("nod"), terms))
        .details();
  }

  private void add(String nodeId, NodeTerms terms) throws Exception {
    backstage.inTransaction(
        () -> {
          stored.add(new Node(nodeId, terms, now), new NodeState(nodeId, now));
          return nodeId;
        });
  }

  private static NodeTerms renamed(NodeTerms terms, String name, String address) {
    return new NodeTerms(
        name, terms.kind(), address, Map.of(), Set.of(), "", Set.of(), "", terms.maxInFlight());
  }

  private static NodeTerms terms(String word) {
    return new NodeTerms(
        "gpu-" + word,
        "deaf",
        "http://127.0.0.1:9/" + word,
        Map.of("rack", "a=b", "zone", ""),
        Set.of("flux", "sdxl"),
        "v1.sealed",
        Set.of("Authorization", "X-A"),
        "fleet",
        2);
  }
}
