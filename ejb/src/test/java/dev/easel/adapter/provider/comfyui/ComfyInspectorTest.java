package dev.easel.adapter.provider.comfyui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.provider.NodeFacts;
import dev.easel.domain.provider.NodePulse;
import dev.easel.domain.provider.NodeTarget;
import dev.easel.fake.comfy.ComfyFault;
import dev.easel.fake.comfy.FakeComfy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ComfyInspectorTest {

  private final FakeComfy comfy = FakeComfy.start();
  private final ComfyInspector inspector = Stage.inspector();
  private final NodeTarget node = Stage.target(comfy);

  @AfterEach
  void stop() {
    comfy.close();
  }

  @Test
  void aLivingNodeSaysHowMuchItHasToDo() {
    assertThat(inspector.pulse(node)).isEqualTo(new NodePulse.Alive(0));
  }

  @Test
  void aDeadNodeIsSilent() {
    comfy.die();

    assertThat(inspector.pulse(node)).isInstanceOf(NodePulse.Silent.class);
    assertThat(inspector.inspect(node)).isEmpty();
  }

  @Test
  @Timeout(60)
  void aMuteNodeIsSilentAfterAWhile() {
    comfy.arm(ComfyFault.MUTE);

    assertThat(inspector.pulse(node)).isInstanceOf(NodePulse.Silent.class);
  }

  @Test
  void aSlowNodeIsAlive() {
    comfy.arm(ComfyFault.SLOW);

    assertThat(inspector.pulse(node)).isEqualTo(new NodePulse.Alive(0));
  }

  @Test
  void theInventoryIsWhatTheNodeHas() {
    comfy.addModel("loras", "style.safetensors");

    NodeFacts facts = inspector.inspect(node).orElseThrow();

    assertThat(facts.version()).isEqualTo("0.3.64");
    assertThat(facts.devices()).extracting(NodeFacts.Device::type).containsExactly("cpu");
    assertThat(facts.devices().get(0).memory()).isPositive();
    assertThat(facts.models().get("loras")).containsExactly("style.safetensors");
    assertThat(facts.nodeClasses()).contains("KSampler", "SaveImage");
    assertThat(facts.samplers()).contains("euler");
    assertThat(facts.schedulers()).contains("karras");
  }

  @Test
  void aDeclarationIsAsTheNodeWordsIt() {
    assertThat(inspector.declaration(node, "KSampler").orElseThrow()).contains("sampler_name");
    assertThat(inspector.declaration(node, "NoSuchNode")).isEmpty();
  }

  @Test
  void aClassMayHaveAnyName() {
    assertThat(inspector.declaration(node, "KSampler (Efficient)")).isEmpty();
    assertThat(inspector.declaration(node, "Crop / Resize: 50%?")).isEmpty();
  }
}
