package dev.easel.adapter.provider.a1111;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.adapter.provider.NodeStage;
import dev.easel.domain.provider.NodeFacts;
import dev.easel.domain.provider.NodePulse;
import dev.easel.domain.provider.NodeTarget;
import dev.easel.fake.node.FakeSdcpp;
import dev.easel.fake.node.FakeWebUi;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class A1111InspectorTest {

  private final A1111Inspector inspector = WebUiStage.inspector();

  @Test
  void anInventoryNamesCheckpointsAsPicturesDo() {
    try (FakeWebUi ui = new FakeWebUi()) {
      NodeFacts facts = inspector.inspect(target(ui)).orElseThrow();

      assertThat(facts.models())
          .containsEntry("checkpoints", Set.of("sd_xl_base_1.0"))
          .containsEntry("upscale_models", Set.of("R-ESRGAN 4x+"))
          .containsEntry("loras", Set.of());
      assertThat(facts.samplers()).containsExactly("Euler");
      assertThat(facts.devices()).isEqualTo(List.of(new NodeFacts.Device("cuda", "cuda", 24, 20)));
    }
  }

  @Test
  void itsPulseTellsWhetherItWorks() {
    try (FakeWebUi ui = new FakeWebUi()) {
      assertThat(inspector.pulse(target(ui))).isEqualTo(new NodePulse.Alive(0));

      ui.busyWith("task");

      assertThat(inspector.pulse(target(ui))).isEqualTo(new NodePulse.Alive(1));
    }
  }

  @Test
  void strangersAreNotTakenForOne() {
    try (FakeWebUi ui = new FakeWebUi();
        FakeSdcpp other = new FakeSdcpp()) {
      ui.locked("Basic dTpw");

      assertThat(inspector.pulse(target(ui))).isInstanceOf(NodePulse.Silent.class);
      assertThat(inspector.inspect(target(ui))).isEmpty();
      assertThat(inspector.pulse(NodeStage.target("a1111", other.uri(), Map.of())))
          .isInstanceOf(NodePulse.Silent.class);
    }
  }

  private static NodeTarget target(FakeWebUi ui) {
    return NodeStage.target("a1111", ui.uri(), Map.of());
  }
}
