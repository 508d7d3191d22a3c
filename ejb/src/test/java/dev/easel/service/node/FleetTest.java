package dev.easel.service.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.node.Health;
import dev.easel.domain.node.Wish;
import dev.easel.domain.provider.JobFault;
import dev.easel.domain.provider.NodeFacts;
import dev.easel.domain.provider.Observation;
import dev.easel.domain.workflow.WorkflowNeeds;
import dev.easel.fake.ScriptedNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FleetTest {

  private final House house = new House();
  private String id;

  @BeforeEach
  void addANode() {
    id = house.added();
    house.second();
    house.node.told().clear();
  }

  @Test
  void aNodeIsAskedEveryFiveSeconds() {
    house.seconds(20);

    assertThat(house.node.told()).containsOnly("pulse").hasSizeBetween(4, 5);
  }

  @Test
  void aDeadNodeIsDownWithinFifteenSecondsAndUpAfterTwoAnswers() {
    house.node.isSilent("refused");
    house.seconds(15);

    assertThat(health()).isEqualTo(Health.DOWN);
    assertThat(prospect()).isEqualTo(Prospect.NODES_DOWN);
    assertThat(house.desk.get(id).sight().reach().reason()).isEqualTo("refused");
    house.node.answers();
    house.seconds(5);
    assertThat(health()).isEqualTo(Health.DOWN);
    house.seconds(6);
    assertThat(health()).isEqualTo(Health.UP);
    assertThat(prospect()).isEqualTo(Prospect.NOW);
  }

  @Test
  void aNodeThatComesBackIsLookedAtAnew() {
    house.node.isSilent("refused");
    house.seconds(15);
    house.node.told().clear();
    house.node.answers();
    house.seconds(12);

    assertThat(house.node.told()).containsOnlyOnce("inspect");
  }

  @Test
  void whatANodeHasIsAskedEveryFiveMinutesByOneServerOfAll() {
    House other = house.another("server-2");
    for (int i = 0; i < 299; i++) {
      house.second();
      other.timers.tick();
    }
    assertThat(house.node.told()).doesNotContain("inspect");
    house.seconds(3);
    other.seconds(3);

    assertThat(house.node.told()).containsOnlyOnce("inspect");
  }

  @Test
  void aDroppedConnectionHoldsBackWorkUntilTheNextAnswer() {
    house.reports.droppedSocket(id);

    assertThat(health()).isEqualTo(Health.SUSPECT);
    assertThat(prospect()).isEqualTo(Prospect.NODES_DOWN);
    house.second();
    assertThat(health()).isEqualTo(Health.UP);
  }

  @Test
  void aCallWithoutAnAnswerIsAsGoodAsAProbe() {
    house.node.isSilent("timed out");
    house.reports.silent(id, "timed out");

    assertThat(health()).isEqualTo(Health.SUSPECT);
    house.seconds(4);
    assertThat(health()).isEqualTo(Health.DOWN);
  }

  @Test
  void threeFaultsInARowQuarantineItAndATrialLetsItGo() {
    fault(JobFault.Kind.NODE_FAILED, 2);
    house.reports.rendered(id, House.MODEL);
    fault(JobFault.Kind.NODE_FAILED, 2);
    assertThat(health()).isEqualTo(Health.UP);
    fault(JobFault.Kind.WRONG_RESULT, 1);

    assertThat(health()).isEqualTo(Health.QUARANTINED);
    assertThat(prospect()).isEqualTo(Prospect.NODES_FAILING);
    house.seconds(29);
    assertThat(house.node.told()).doesNotContain("fetch");
    house.seconds(2);
    assertThat(house.node.told()).contains("observe", "fetch");
    assertThat(health()).isEqualTo(Health.UP);
  }

  @Test
  void whoFailsTheTrialStaysAndTriesLater() {
    house.node.ends(new Observation.Failed(ScriptedNode.fault(JobFault.Kind.NODE_FAILED)));
    fault(JobFault.Kind.NODE_FAILED, 3);
    house.seconds(31);

    assertThat(house.node.told()).containsOnlyOnce("observe");
    assertThat(health()).isEqualTo(Health.QUARANTINED);
    house.node.ends(new Observation.Finished(1));
    house.seconds(58);
    assertThat(health()).isEqualTo(Health.QUARANTINED);
    house.seconds(5);
    assertThat(health()).isEqualTo(Health.UP);
  }

  @Test
  void aTrialThatNeverEndsIsTakenBack() {
    house.node.ends(new Observation.Running(0.5));

    NodeDesk.Trial trial = house.desk.trial(id);

    assertThat(trial.fault()).contains("it was not done in time");
    assertThat(house.node.told()).endsWith("cancel");
  }

  @ParameterizedTest
  @EnumSource(
      value = JobFault.Kind.class,
      names = {"INVALID_VALUE", "INVALID_IMAGE", "WORKFLOW_BROKEN"})
  void whatTheCallerOrTheWorkflowDidWrongIsNotHeldAgainstTheNode(JobFault.Kind kind) {
    fault(kind, 5);

    assertThat(prospect()).isEqualTo(Prospect.NOW);
    assertThat(house.desk.get(id).state().failed()).isEqualTo(5);
  }

  @Test
  void aModelThatIsMissingIsKeptOffForTenMinutesAndLookedFor() {
    fault(JobFault.Kind.MODEL_MISSING, 1);

    assertThat(prospect()).isEqualTo(Prospect.NODES_FAILING);
    assertThat(house.fleet.prospect("another", House.NEEDS)).isEqualTo(Prospect.NOW);
    house.second();
    assertThat(house.node.told()).contains("inspect");
    house.seconds(600);
    assertThat(prospect()).isEqualTo(Prospect.NOW);
  }

  @Test
  void aModelThatIsGoneIsNoLongerOffered() {
    NodeFacts old = house.node.facts();
    house.node.has(
        new NodeFacts(
            old.version(),
            old.devices(),
            Map.of("checkpoints", Set.of("other.safetensors")),
            old.nodeClasses(),
            old.samplers(),
            old.schedulers()));
    fault(JobFault.Kind.MODEL_MISSING, 1);
    house.second();

    assertThat(prospect()).isEqualTo(Prospect.NO_NODE_WITH_MODEL);
    assertThat(prospect().ever()).isFalse();
    assertThat(prospect().wire()).isEqualTo("no_node_with_model");
  }

  @Test
  void tooLittleMemoryCountsTheSecondTimeAndARenderClearsIt() {
    fault(JobFault.Kind.OUT_OF_MEMORY, 1);
    assertThat(prospect()).isEqualTo(Prospect.NOW);
    house.reports.rendered(id, House.MODEL);
    fault(JobFault.Kind.OUT_OF_MEMORY, 1);
    assertThat(prospect()).isEqualTo(Prospect.NOW);
    fault(JobFault.Kind.OUT_OF_MEMORY, 1);
    assertThat(prospect()).isEqualTo(Prospect.NODES_FAILING);

    house.reports.rendered(id, House.MODEL);

    assertThat(prospect()).isEqualTo(Prospect.NOW);
  }

  @Test
  void theLoadedModelIsTheLastOneWhoeverHadItRendered() {
    House other = house.another("server-2");
    house.reports.rendered(id, "first");
    assertThat(loaded(house)).contains("first");
    other.seconds(1);
    other.reports.rendered(id, "second");
    other.seconds(11);
    house.seconds(3);

    assertThat(loaded(house)).contains("second");
    house.seconds(10);
    assertThat(house.desk.get(id).state().rendered()).isEqualTo(2);
  }

  @Test
  void aRestartGoesOnWhereItLeftOff() {
    fault(JobFault.Kind.NODE_FAILED, 3);
    String dead = house.desk.add(House.OPERATOR, NodeWish.at("http://gpu-2:8188")).node().id();
    house.node.isSilent("refused");
    house.seconds(15);

    House restarted = house.another("server-1");
    restarted.timers.tick();

    assertThat(restarted.fleet.find(id)).map(FleetNode::health).contains(Health.QUARANTINED);
    assertThat(restarted.fleet.find(dead)).map(FleetNode::health).contains(Health.DOWN);
  }

  @Test
  void eachServerHasAViewOfItsOwn() {
    House other = house.another("server-2");
    other.seconds(2);
    house.reports.droppedSocket(id);

    assertThat(health()).isEqualTo(Health.SUSPECT);
    assertThat(other.fleet.find(id)).map(FleetNode::health).contains(Health.UP);
  }

  @Test
  void anEditElsewhereIsSeenWithinTwoSeconds() {
    House other = house.another("server-2");
    other.second();
    house.desk.wish(House.OPERATOR, id, Wish.CORDONED);
    other.seconds(2);

    assertThat(other.fleet.find(id)).map(FleetNode::wish).contains(Wish.CORDONED);
  }

  @Test
  void whoAsksForNodesReadsNothing() {
    house.fleet.nodes();
    int reads = house.stored.reads();
    for (int i = 0; i < 100; i++) {
      house.fleet.prospect(House.MODEL, House.NEEDS);
      house.reports.rendered(id, House.MODEL);
    }

    assertThat(house.stored.reads()).isEqualTo(reads);
  }

  @Test
  void workflowsAreToldWhatNodesDeclare() {
    assertThat(house.declarations.of(Optional.empty(), Set.of("KSampler", "Unheard")))
        .hasValueSatisfying(
            declared -> {
              assertThat(declared.node()).isEqualTo("gpu-1-8188");
              assertThat(declared.objectInfo()).isEqualTo("{\"KSampler\":{\"input\":{}}}");
            });
    assertThat(house.declarations.of(Optional.of("gpu-9"), Set.of("KSampler"))).isEmpty();
    assertThat(house.declarations.of(Optional.of(id), Set.of("KSampler"))).isPresent();
  }

  @Test
  void aNodeThatFallsSilentHalfwayDeclaresNothing() {
    house.node.declares(1);

    assertThat(house.declarations.of(Optional.of(id), Set.of("KSampler", "SaveImage"))).isEmpty();
  }

  @Test
  void theBestOfSeveralWorkflowsCounts() {
    assertThat(
            house.fleet.prospect(
                House.MODEL, List.of(new WorkflowNeeds("a1111", Set.of(), Set.of()), House.NEEDS)))
        .isEqualTo(Prospect.NOW);
    assertThat(house.fleet.prospect(House.MODEL, List.of())).isEqualTo(Prospect.NO_NODE_WITH_MODEL);
  }

  private void fault(JobFault.Kind kind, int times) {
    for (int i = 0; i < times; i++) {
      house.reports.faulted(id, House.MODEL, ScriptedNode.fault(kind));
    }
  }

  private Health health() {
    return house.fleet.find(id).orElseThrow().health();
  }

  private Prospect prospect() {
    return house.fleet.prospect(House.MODEL, House.NEEDS);
  }

  private Optional<String> loaded(House where) {
    return where.fleet.find(id).orElseThrow().loaded();
  }
}
