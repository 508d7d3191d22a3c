package dev.easel.service.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.domain.node.Health;
import dev.easel.domain.node.Wish;
import dev.easel.domain.provider.JobFault;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.fake.ScriptedNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeDeskTest {

  private static final NodeWish NOTHING =
      new NodeWish(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  private final House house = new House();

  @Test
  void aNewNodeIsAskedAtOnceAndToldAbout() {
    NodeView added = house.desk.add(House.OPERATOR, NodeWish.at("HTTP://GPU-1:8188/"));

    assertThat(added.node().name()).isEqualTo("gpu-1-8188");
    assertThat(added.node().terms().address()).isEqualTo("http://gpu-1:8188");
    assertThat(added.node().terms().kind()).isEqualTo("comfyui");
    assertThat(added.node().terms().maxInFlight()).isEqualTo(2);
    assertThat(added.health()).isEqualTo(Health.UP);
    assertThat(added.state().software()).isEqualTo("0.3.64");
    assertThat(added.state().device()).isEqualTo("cuda:0");
    assertThat(added.state().memory()).isEqualTo(24_000);
    assertThat(added.inventory().count("checkpoints")).isEqualTo(1);
    assertThat(added.reasons()).isEmpty();
    assertThat(house.fleet.prospect(House.MODEL, House.NEEDS)).isEqualTo(Prospect.NOW);
  }

  @Test
  void oneThatIsSwitchedOffIsRegisteredIfItsKindIsKnown() {
    house.node.isSilent("refused");

    FailureException unknown =
        refused(() -> house.desk.add(House.OPERATOR, NodeWish.at("http://gpu-1:8188")));
    NodeView added = house.desk.add(House.OPERATOR, ofKind("http://gpu-1:8188", "comfyui"));

    assertThat(unknown.fields()).containsOnlyKeys("kind");
    assertThat(added.health()).isEqualTo(Health.SUSPECT);
    assertThat(added.reasons()).containsExactly("suspect", "no_inventory");
    assertThat(house.fleet.prospect(House.MODEL, House.NEEDS))
        .isEqualTo(Prospect.NO_NODE_WITH_MODEL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpu-1", "ftp://gpu-1", "http://u:p@gpu-1", "http://gpu-1?x=1"})
  void anAddressIsOnTheWeb(String address) {
    assertThat(refused(() -> house.desk.add(House.OPERATOR, NodeWish.at(address))).fields())
        .containsOnlyKeys("url");
  }

  @Test
  void anUnknownKindIsRefused() {
    assertThat(
            refused(() -> house.desk.add(House.OPERATOR, ofKind("http://gpu-1", "abacus")))
                .fields())
        .containsOnlyKeys("kind");
  }

  @Test
  void oneAddressIsOneNode() {
    house.added();

    FailureException failure =
        refused(() -> house.desk.add(House.OPERATOR, NodeWish.at("http://GPU-1:8188/")));

    assertThat(failure.code()).isEqualTo(FailureCode.CONFLICT);
    assertThat(failure.details()).containsEntry("reason", "node_exists");
    assertThat(house.desk.list(Optional.empty(), 10).items()).hasSize(1);
  }

  @Test
  void headersAreSealedAndSent() {
    NodeWish wish =
        new NodeWish(
            Optional.of("gpu"),
            Optional.of("comfyui"),
            Optional.of("https://gpu-1"),
            Optional.of(Map.of("rack", "a")),
            Optional.empty(),
            Optional.of(Map.of("Authorization", "Bearer secret", "X-B", "b: c")),
            Optional.of("fleet"),
            Optional.of(3));

    NodeView added = house.desk.add(House.OPERATOR, wish);

    assertThat(added.node().terms().headerNames())
        .containsExactlyInAnyOrder("Authorization", "X-B");
    assertThat(added.node().terms().sealedHeaders()).startsWith(added.node().id() + "|");
    assertThat(house.node.last().headers())
        .containsOnly(Map.entry("Authorization", "Bearer secret"), Map.entry("X-B", "b: c"));
    assertThat(house.node.last().tlsIdentity()).isEqualTo("fleet");
    assertThat(added.fleet().toString()).doesNotContain("secret");
  }

  @Test
  void aChangeLeavesTheRestAsItIs() {
    String id = house.added();
    NodeWish onlyOne =
        new NodeWish(
            Optional.of("first"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(Set.of(House.MODEL)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    NodeView changed = house.desk.change(House.OPERATOR, "gpu-1-8188", Optional.empty(), onlyOne);

    assertThat(changed.node().id()).isEqualTo(id);
    assertThat(changed.node().name()).isEqualTo("first");
    assertThat(changed.node().terms().address()).isEqualTo("http://gpu-1:8188");
    assertThat(house.fleet.prospect(House.MODEL, House.NEEDS)).isEqualTo(Prospect.NOW);
    assertThat(house.fleet.prospect("other", House.NEEDS)).isEqualTo(Prospect.NO_NODE_WITH_MODEL);
    assertThat(house.node.told()).doesNotContain("forget");
  }

  @Test
  void aNodeThatMovesIsAskedAtItsNewPlaceAndLeftAtItsOld() {
    String id = house.added();
    house.node.told().clear();

    house.desk.change(House.OPERATOR, id, Optional.empty(), NodeWish.at("http://gpu-2:8188"));

    assertThat(house.node.told()).containsExactly("forget", "pulse", "inspect");
    assertThat(house.node.last().baseUri()).hasToString("http://gpu-2:8188");
  }

  @Test
  void whoChangesAnOldVersionIsTold() {
    String id = house.added();
    long version = house.desk.get(id).node().version();
    house.desk.wish(House.OPERATOR, id, Wish.CORDONED);

    assertThat(
            refused(() -> house.desk.change(House.OPERATOR, id, Optional.of(version), NOTHING))
                .details())
        .containsEntry("reason", "stale_version");
  }

  @Test
  void whatIsCordonedOrDrainedGetsNothingNew() {
    String id = house.added();

    assertThat(house.desk.wish(House.OPERATOR, id, Wish.CORDONED).reasons())
        .containsExactly("cordoned");
    assertThat(house.fleet.prospect(House.MODEL, House.NEEDS)).isEqualTo(Prospect.NODES_DRAINING);
    house.inFlight.put(id, 1);
    assertThat(house.desk.wish(House.OPERATOR, id, Wish.DRAINING).isDrained()).isFalse();
    house.inFlight.clear();
    assertThat(house.desk.get(id).isDrained()).isTrue();
    assertThat(house.desk.wish(House.OPERATOR, id, Wish.ACTIVE).fleet().takesWork()).isTrue();
  }

  @Test
  void aNodeWithWorkIsRemovedByForceOnly() {
    String id = house.added();
    house.inFlight.put(id, 2);

    FailureException failure = refused(() -> house.desk.remove(House.OPERATOR, id, false));
    house.desk.remove(House.OPERATOR, id, true);

    assertThat(failure.details())
        .containsEntry("reason", "node_busy")
        .containsEntry("in_flight", 2L);
    assertThat(house.fleet.nodes()).isEmpty();
    assertThat(house.node.told()).endsWith("forget");
    assertThat(refused(() -> house.desk.get(id)).code()).isEqualTo(FailureCode.NOT_FOUND);
  }

  @Test
  void anAdministratorMayLetANodeGoWithoutATrial() {
    String id = house.added();
    for (int i = 0; i < 3; i++) {
      house.reports.faulted(id, House.MODEL, ScriptedNode.fault(JobFault.Kind.NODE_FAILED));
    }
    house.reports.faulted(id, House.MODEL, ScriptedNode.fault(JobFault.Kind.MODEL_MISSING));

    assertThat(house.desk.get(id).reasons()).containsExactly("quarantined", "models_paused");
    assertThat(house.desk.release(House.OPERATOR, id).reasons()).isEmpty();
  }

  @Test
  void listsByNameAndPage() {
    for (int i = 3; i > 0; i--) {
      house.desk.add(House.OPERATOR, NodeWish.at("http://gpu-" + i + ":8188"));
    }

    assertThat(house.desk.list(Optional.empty(), 2).items())
        .extracting(view -> view.node().name())
        .containsExactly("gpu-1-8188", "gpu-2-8188");
    assertThat(house.desk.list(Optional.empty(), 2).next()).contains("gpu-2-8188");
    assertThat(house.desk.list(Optional.of("gpu-2-8188"), 2).items())
        .extracting(view -> view.node().name())
        .containsExactly("gpu-3-8188");
  }

  private static NodeWish ofKind(String address, String kind) {
    return new NodeWish(
        Optional.empty(),
        Optional.of(kind),
        Optional.of(address),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static FailureException refused(ThrowingCallable call) {
    return catchThrowableOfType(FailureException.class, call);
  }
}
