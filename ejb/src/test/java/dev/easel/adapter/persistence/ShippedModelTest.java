package dev.easel.adapter.persistence;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.asset.Provenance.SourceType;
import dev.easel.domain.catalog.Capability;
import dev.easel.domain.catalog.Lifecycle;
import dev.easel.domain.catalog.Size;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedModelTest {

  /** Work on one given image makes one image. */
  private static final Set<String> TOOLS =
      Set.of(
          "image-processing", "background-removal", "super-resolution", "restoration", "analysis");

  private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-21T00:00:00Z");
  private static final Map<String, ShippedModel> MODELS =
      ShippedModel.all().stream().collect(toMap(ShippedModel::id, Function.identity()));

  @ParameterizedTest
  @CsvSource({
    "comfyui/flux, 1.00, false",
    "comfyui/flux/inpainting, 1.00, false",
    "fal-ai/flux-pro/v1.1-ultra, 1.00, true",
    "google-cloud/imagen3, 1.50, true",
    "google-cloud/imagen4, 2.00, true",
    "azure-openai/gpt-image-1, 2.00, true",
    "google-cloud/imagen3-edit, 2.00, true",
    "fal-ai/flux-pro/kontext, 2.00, true",
    "azure-openai/gpt-image-1-edit, 2.50, true",
    "google-cloud/imagen4-ultra, 3.00, true",
    "stable-diffusion-xl, 0.02, false",
    "midjourney-v6, 0.05, false",
    "dall-e-3, 0.04, false"
  })
  void carriesThePrintedPricesAndEntitlements(String id, double usd, boolean vip) {
    ShippedModel model = MODELS.get(id);

    assertThat(model.row(NOW)).containsEntry("vip_required", vip);
    assertThat(model.prices(NOW)).hasSize(1);
    assertThat(model.prices(NOW).get(0))
        .containsEntry("operation", "*")
        .containsEntry("usd_micros", Math.round(usd * 1_000_000));
    assertThat(model.json().getString("price_basis")).startsWith("printed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stable-diffusion-xl-inpaint",
        "real-esrgan",
        "dall-e-2",
        "stable-diffusion-3",
        "stable-diffusion-2.1",
        "flux-pro",
        "flux-1.1-pro",
        "flux-dev",
        "flux-schnell",
        "flux-depth-pro",
        "flux-canny-pro",
        "amazon.titan-image-generator-v2",
        "gpt-image-1",
        "gpt-image-1-mini",
        "gpt-image-1.5",
        "chatgpt-image-latest",
        "gpt-image-2",
        "gpt-image-2.5-sunburst",
        "gpt-image-2.5-flare",
        "gpt-image-2.6-sunburst",
        "gpt-image-2.6-flare",
        "gemini-3.1-flash-image",
        "gemini-3-pro-image",
        "stability.stable-image-core-v1",
        "stability.stable-image-ultra-v1",
        "stability.sd3-5-large-v1"
      })
  void knowsWhatTheDescriptionsNameWithoutAPrice(String id) {
    assertThat(MODELS).containsKey(id);
  }

  @ParameterizedTest
  @CsvSource({
    "openai/dall-e-3, dall-e-3",
    "sdxl, stable-diffusion-xl",
    "stability-ai/sdxl, stable-diffusion-xl",
    "stable-diffusion-2-1, stable-diffusion-2.1",
    "FLUX.1-pro, flux-pro",
    "black-forest-labs/flux-schnell, flux-schnell",
    "amazon-titan, amazon.titan-image-generator-v2",
    "amazon/titan-image-generator-v2, amazon.titan-image-generator-v2",
    "amazon.titan-image-generator-v2:0, amazon.titan-image-generator-v2",
    "gpt-image-2-2026-04-21, gpt-image-2",
    "openai/gpt-image-2.5-flare-2026-09-08, gpt-image-2.5-flare",
    "stability.stable-image-core-v1:1, stability.stable-image-core-v1"
  })
  void answersToTheNamesClientsUse(String alias, String id) {
    assertThat(MODELS.get(id).aliases()).contains(alias);
  }

  @Test
  void answersToVendorAndIdWhereverTheIdNamesNoVendor() {
    assertThat(MODELS.values())
        .filteredOn(m -> !m.id().contains("/"))
        .filteredOn(m -> !m.id().startsWith(text(m, "owner")) && !m.id().startsWith("stability."))
        .allSatisfy(m -> assertThat(m.aliases()).contains(text(m, "owner") + "/" + m.id()));
  }

  @Test
  void givesEachNameToOneModelOnly() {
    List<String> names = new ArrayList<>(MODELS.keySet());
    MODELS.values().forEach(model -> names.addAll(model.aliases()));

    assertThat(ShippedModel.all()).hasSameSizeAs(MODELS.values());
    assertThat(names).doesNotHaveDuplicates().allMatch(n -> n.matches("[A-Za-z0-9._:/-]+"));
  }

  @Test
  void printsTheReferenceModelAsTheDescriptionDoes() {
    JsonObject sdxl = MODELS.get("stable-diffusion-xl").json();

    assertThat(sdxl.getString("description"))
        .isEqualTo("Latest version of Stable Diffusion with improved quality and coherence");
    assertThat(sdxl.getString("release_date")).isEqualTo("2023-07-26");
    assertThat(words(sdxl, "sizes")).containsExactly("1024x1024", "1152x896", "896x1152");
    assertThat(words(sdxl, "schedulers")).startsWith("DPMSolverMultistep", "DDIM", "K_EULER");
    assertThat(words(sdxl, "capabilities"))
        .containsExactly("TEXT_TO_IMAGE", "IMAGE_TO_IMAGE", "INPAINTING", "CONTROLNET");
    assertThat(sdxl.getInt("max_prompt_length")).isEqualTo(1000);
    assertThat(MODELS.get("midjourney-v6").row(NOW))
        .containsEntry("version", "6.0")
        .containsEntry("features", "artistic,creative,stylized");
  }

  @Test
  void writesOnlyWordsTheEntitiesRead() {
    assertThat(MODELS.values())
        .allSatisfy(
            model -> {
              assertThat(words(model.json(), "capabilities"))
                  .isNotEmpty()
                  .allSatisfy(Capability::valueOf);
              Lifecycle.valueOf(text(model, "lifecycle"));
              SourceType.valueOf(text(model, "source_type"));
              assertThat(model.prices(NOW))
                  .extracting(price -> price.get("operation"))
                  .allMatch(o -> o.equals("*") || isCapability((String) o));
            });
  }

  @Test
  void saysWhereEachPriceComesFrom() {
    assertThat(MODELS.values())
        .filteredOn(model -> !model.prices(NOW).isEmpty())
        .allMatch(model -> text(model, "price_basis").matches("(printed|free|estimate).*"));
  }

  @Test
  void namesALivingSuccessorThatCanDoTheSame() {
    assertThat(MODELS.values())
        .filteredOn(model -> !text(model, "lifecycle").equals("ACTIVE"))
        .hasSizeGreaterThan(10)
        .allSatisfy(
            model -> {
              ShippedModel successor = MODELS.get(text(model, "successor"));
              assertThat(successor).isNotNull();
              assertThat(text(successor, "lifecycle")).isEqualTo("ACTIVE");
              assertThat(words(successor.json(), "capabilities"))
                  .contains(words(model.json(), "capabilities").get(0));
            });
  }

  @Test
  void keepsActiveModelsFreeOfEndDates() {
    assertThat(MODELS.values())
        .filteredOn(model -> text(model, "lifecycle").equals("ACTIVE"))
        .noneMatch(m -> m.json().containsKey("sunset_on") || m.json().containsKey("successor"));
  }

  @Test
  void listsOnlySizesThatFitTheEdges() {
    assertThat(MODELS.values())
        .allSatisfy(
            model -> {
              Size usual = Size.parse(text(model, "default_size")).orElseThrow();
              List<Size> listed =
                  words(model.json(), "sizes").stream()
                      .map(s -> Size.parse(s).orElseThrow())
                      .toList();
              assertThat(listed).doesNotHaveDuplicates().allMatch(size -> fits(model, size));
              assertThat(fits(model, usual)).isTrue();
              assertThat(listed.isEmpty() || listed.contains(usual)).isTrue();
            });
  }

  @Test
  void keepsDefaultsWithinTheirRanges() {
    assertThat(MODELS.values())
        .allSatisfy(
            model -> {
              JsonObject json = model.json();
              assertThat(json.getInt("default_steps"))
                  .isBetween(json.getInt("min_steps"), json.getInt("max_steps"));
              assertThat(json.getJsonNumber("default_guidance").doubleValue())
                  .isBetween(
                      json.getJsonNumber("min_guidance").doubleValue(),
                      json.getJsonNumber("max_guidance").doubleValue());
              boolean tool = TOOLS.contains(json.getString("type"));
              assertThat(json.getInt("max_outputs")).isEqualTo(tool ? 1 : 10);
              assertThat(json.getInt("max_prompt_length")).isBetween(1, 32_000);
            });
  }

  @Test
  void leavesRoutesToTheOperatorButForWhatTheServerDoesItself() {
    assertThat(MODELS.values())
        .filteredOn(model -> !model.routes().isEmpty())
        .extracting(ShippedModel::id)
        .containsExactlyInAnyOrder(
            "easel/sketch",
            "easel/filters",
            "easel/restore",
            "easel/analyze",
            "u2netp",
            "real-esrgan",
            "real-esrgan-x4plus",
            "real-esrgan-anime",
            "lanczos");
    assertThat(MODELS.get("easel/sketch").routes().get(0))
        .containsEntry("id", "easel/sketch@sketch")
        .containsEntry("preference", 100)
        .containsEntry("enabled", true);
  }

  private static boolean fits(ShippedModel model, Size size) {
    return edgeFits(model.json(), size.width()) && edgeFits(model.json(), size.height());
  }

  private static boolean edgeFits(JsonObject json, int edge) {
    return edge >= json.getInt("min_edge")
        && edge <= json.getInt("max_edge")
        && edge % json.getInt("edge_multiple") == 0;
  }

  private static boolean isCapability(String word) {
    return Arrays.stream(Capability.values()).anyMatch(c -> c.name().equals(word));
  }

  private static String text(ShippedModel model, String key) {
    return model.json().getString(key);
  }

  private static List<String> words(JsonObject json, String key) {
    return json.containsKey(key)
        ? json.getJsonArray(key).getValuesAs(JsonString::getString)
        : List.of();
  }
}
