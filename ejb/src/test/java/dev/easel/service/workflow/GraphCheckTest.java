package dev.easel.service.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.catalog.Capability;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphCheckTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"KSampler\" | \"KSimpler\" | unknown_class | 3 |",
        "\"steps\": 20, | | input_missing | 3 | steps",
        "\"steps\": 20 | \"steps\": 0 | invalid_value | 3 | steps",
        "\"steps\": 20 | \"steps\": 20.5 | invalid_value | 3 | steps",
        "\"steps\": 20 | \"steps\": \"many\" | invalid_value | 3 | steps",
        "\"cfg\": 7.0 | \"cfg\": 100.5 | invalid_value | 3 | cfg",
        "\"sampler_name\": \"euler\" | \"sampler_name\": \"eule\" | not_a_choice | 3 | sampler_name",
        "\"model\": [\"4\", 0] | \"model\": [\"4\", 1] | wrong_type | 3 | model",
        "\"model\": [\"4\", 0] | \"model\": [\"4\", 3] | no_such_output | 3 | model",
        "\"model\": [\"4\", 0] | \"model\": \"sdxl\" | link_missing | 3 | model",
        "\"steps\": 20 | \"steps\": 20, \"stops\": 1 | unknown_input | 3 | stops",
        "\"SaveImage\" | \"PreviewImage\" | no_output | |"
      })
  void findsWhatAServerWouldRefuse(
      String right, String wrong, String code, String node, String input) {
    String definition =
        Workflows.resource("/workflows/sd_txt2img.json").replace(right, wrong == null ? "" : wrong);
    Plan plan = unbound(Graphs.parse(definition));

    List<Finding> findings = GraphCheck.check(plan, Workflows.recorded());

    assertThat(findings)
        .anySatisfy(
            finding -> {
              assertThat(finding.code()).isEqualTo(code);
              assertThat(finding.node().orElse(null)).isEqualTo(node);
              assertThat(finding.input().orElse(null)).isEqualTo(input);
              assertThat(finding.grave()).isEqualTo(!code.equals("unknown_input"));
            });
  }

  @Test
  void bothWaysOfDeclaringListsAreRead() {
    Plan plan = Workflows.plan("real-esrgan");
    JsonObject info = Workflows.recorded();
    JsonObject loader =
        Graphs.parse(
            "{'input':{'required':{'model_name':['COMBO',{'options':['RealESRGAN_x4plus.safetensors']}]}},"
                    .replace('\'', '"')
                + "\"output\":[\"UPSCALE_MODEL\"]}");
    JsonObject old =
        Graphs.parse(
            loader.toString().replace("\"COMBO\",{\"options\":", "").replace("]}]}", "]]}"));

    assertThat(check(plan, info, loader)).isEmpty();
    assertThat(check(plan, info, old)).isEmpty();
    assertThat(GraphCheck.check(plan, info))
        .extracting(Finding::code, Finding::grave)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("file_missing", false));
  }

  private static List<Finding> check(Plan plan, JsonObject info, JsonObject loader) {
    return GraphCheck.check(
        plan, Graphs.JSON.createObjectBuilder(info).add("UpscaleModelLoader", loader).build());
  }

  private static Plan unbound(JsonObject file) {
    JsonObject definition =
        Graphs.JSON.createObjectBuilder().add("graph", file.getJsonObject("graph")).build();
    return PlanReader.read(Capability.TEXT_TO_IMAGE, definition);
  }

  @Test
  void aBindingHasToFitWhatTheClassTakes() {
    JsonObject file = Graphs.parse(Workflows.resource("/workflows/sd_txt2img.json"));
    JsonObject bindings =
        Graphs.parse(
            "{\"guidance\":{\"node\":\"3\",\"input\":\"steps\"},"
                + "\"prompt\":{\"node\":\"3\",\"input\":\"sampler_name\"}}");
    Plan plan =
        PlanReader.read(
            Capability.TEXT_TO_IMAGE,
            Graphs.JSON
                .createObjectBuilder()
                .add("graph", file.getJsonObject("graph"))
                .add("bindings", bindings)
                .build());

    assertThat(GraphCheck.check(plan, Workflows.recorded()))
        .filteredOn(finding -> finding.code().equals("wrong_binding"))
        .extracting(Finding::message)
        .containsExactlyInAnyOrder(
            "'guidance' is bound to 'steps', which takes INT",
            "'prompt' is bound to 'sampler_name', which takes COMBO");
  }
}
