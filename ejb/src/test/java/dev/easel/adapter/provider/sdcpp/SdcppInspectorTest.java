package dev.easel.adapter.provider.sdcpp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.adapter.provider.NodeHttp;
import dev.easel.adapter.provider.NodeStage;
import dev.easel.domain.provider.NodeFacts;
import dev.easel.domain.provider.NodePulse;
import dev.easel.fake.node.FakeSdcpp;
import dev.easel.fake.node.FakeWebUi;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SdcppInspectorTest {

  private final SdcppInspector inspector = inspector();

  @Test
  void anInventoryIsOneModelAndWhatLiesBesideIt() {
    try (FakeSdcpp server = new FakeSdcpp()) {
      NodeFacts facts =
          inspector.inspect(NodeStage.target("sdcpp", server.uri(), Map.of())).orElseThrow();

      assertThat(facts.models())
          .containsEntry("checkpoints", Set.of("sd_xl_base_1.0"))
          .containsEntry("loras", Set.of("ink"));
      assertThat(facts.samplers()).containsExactlyInAnyOrder("euler", "euler_a");
      assertThat(facts.schedulers()).containsExactlyInAnyOrder("discrete", "karras");
    }
  }

  @Test
  void onlyItsOwnKindIsAlive() {
    try (FakeSdcpp server = new FakeSdcpp();
        FakeWebUi other = new FakeWebUi()) {
      assertThat(inspector.pulse(NodeStage.target("sdcpp", server.uri(), Map.of())))
          .isEqualTo(new NodePulse.Alive(0));
      assertThat(inspector.pulse(NodeStage.target("sdcpp", other.uri(), Map.of())))
          .isInstanceOf(NodePulse.Silent.class);
    }
  }

  private static SdcppInspector inspector() {
    SdcppInspector made = new SdcppInspector();
    made.http = new NodeHttp();
    made.start();
    return made;
  }
}
