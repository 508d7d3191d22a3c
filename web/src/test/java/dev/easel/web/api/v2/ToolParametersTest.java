package dev.easel.web.api.v2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.catalog.Capability;
import dev.easel.domain.editing.filter.FilterType;
import jakarta.json.JsonObject;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToolParametersTest {

  @ParameterizedTest
  @CsvSource({
    "FILTERING, 'filters preserve_metadata'",
    "BACKGROUND_REMOVAL, 'mode background edge_smoothing foreground_threshold'",
    "UPSCALING, 'scale_factor enhance_faces denoise_strength'",
    "RESTORATION, 'damage strength'",
    "ANALYSIS, 'features'"
  })
  void eachToolPrintsTheMembersItTakes(Capability capability, String members) {
    assertThat(of(capability).keySet()).containsExactly(members.split(" "));
  }

  @Test
  void everyFilterIsListedWithItsParameters() {
    JsonObject types = of(Capability.FILTERING).getJsonObject("filters").getJsonObject("types");

    assertThat(types).hasSize(FilterType.values().length);
    assertThat(types.getJsonObject("brightness").getJsonObject("value"))
        .hasToString("{\"min\":0,\"max\":4,\"default\":1}");
    assertThat(types.getJsonObject("rotate").getJsonObject("expand"))
        .hasToString("{\"default\":true}");
    assertThat(types.getJsonObject("flip").getJsonObject("direction").getJsonArray("values"))
        .hasSize(3);
    assertThat(types.getJsonObject("watermark").getJsonObject("text"))
        .hasToString("{\"max_length\":200}");
  }

  @Test
  void defaultsAreThoseOfTheRequests() {
    assertThat(of(Capability.UPSCALING).getJsonObject("scale_factor"))
        .hasToString("{\"min\":2,\"max\":4,\"default\":4}");
    assertThat(of(Capability.RESTORATION).getJsonObject("damage"))
        .hasToString("{\"values\":[\"noise\",\"jpeg\"],\"default\":\"noise\"}");
  }

  @Test
  void whatPaintsIsNoToolWhateverElseItDoes() {
    assertThat(ToolParameters.isTool(EnumSet.of(Capability.TEXT_TO_IMAGE, Capability.UPSCALING)))
        .isFalse();
    assertThat(ToolParameters.isTool(EnumSet.of(Capability.UPSCALING))).isTrue();
    assertThat(ToolParameters.isTool(Set.of())).isFalse();
  }

  private static JsonObject of(Capability capability) {
    return ToolParameters.of(EnumSet.of(capability)).build();
  }
}
