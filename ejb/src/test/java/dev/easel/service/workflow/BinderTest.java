package dev.easel.service.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.domain.provider.JobFile;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Remark;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinderTest {

  @Test
  void textToImageFillsOnlyWhatIsBound() {
    Plan plan = Workflows.plan("sdxl-text");

    assertThat(changes(plan, Orders.usual().avoiding("fog").of(3)))
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("6.text", "\"a lighthouse\""),
                Map.entry("7.text", "\"fog\""),
                Map.entry("5.width", "768"),
                // 512 is what the graph has already
                Map.entry("5.batch_size", "3"),
                Map.entry("3.seed", "7"),
                Map.entry("3.steps", "30"),
                Map.entry("3.cfg", "6.5")));
  }

  @Test
  void fluxHasGuidanceOfItsOwnAndTwoPlacesForTheSize() {
    Plan plan = Workflows.plan("flux-text");

    assertThat(changes(plan, Orders.usual()))
        .containsEntry("26.guidance", "6.5")
        .containsEntry("27.width", "768")
        .containsEntry("30.width", "768")
        .containsEntry("27.height", "512")
        .containsEntry("30.height", "512")
        .containsEntry("25.noise_seed", "7")
        .containsEntry("17.steps", "30");
  }

  @Test
  void whatAGraphHasNoPlaceForIsToldAndLeftOut() {
    Binder.Bound bound = bind("flux-text", Orders.usual().avoiding("fog"));

    assertThat(bound.remarks())
        .containsExactly(
            new Remark("parameter_ignored", "negative_prompt has no effect with this model"));
    assertThat(bound.job().workflow()).doesNotContain("fog");
  }

  @Test
  void edgesAreRoundedToWhatTheGraphMakes() {
    Binder.Bound bound = bind("flux-text", Orders.usual().sized(1000, 520));

    assertThat(changes(Workflows.plan("flux-text"), Orders.usual().sized(1000, 520)))
        .containsEntry("27.width", "1008")
        .containsEntry("27.height", "528");
    assertThat(bound.remarks())
        .extracting(Remark::message)
        .containsExactly("Edges are multiples of 16 here: the image is 1008x528");
  }

  @ParameterizedTest
  @CsvSource({
    "DPM++ 2M Karras, dpmpp_2m, karras",
    "Euler a, euler_ancestral, normal",
    "K_EULER, euler, normal",
    "DDIM, ddim, ddim_uniform",
    "KarrasDPM, dpmpp_2m, karras",
    "DPMSolverMultistep, dpmpp_2m, normal",
    "k_euler_a, euler_ancestral, normal",
    "HeunDiscrete, heun, normal",
    "PNDM, ipndm, normal",
    "karras, euler, karras"
  })
  void samplersOfOtherNamesAreFound(String name, String sampler, String scheduler) {
    JsonObject inputs = Graphs.inputs(filled("sdxl-text", Orders.usual().sampled(name)), "3");

    assertThat(inputs.getString("sampler_name")).isEqualTo(sampler);
    assertThat(inputs.getString("scheduler")).isEqualTo(scheduler);
  }

  @Test
  void aSamplerNobodyKnowsIsRefused() {
    assertThat(refusal("sdxl-text", Orders.usual().sampled("Bogus 3M")).fields())
        .containsOnlyKeys("sampler");
  }

  @Test
  void seedsAreUnsigned() {
    assertThat(Graphs.inputs(filled("sdxl-text", Orders.usual().seeded(-1)), "3").get("seed"))
        .hasToString("18446744073709551615");
    assertThat(
            Graphs.inputs(filled("sdxl-text", Orders.usual().seeded(Long.MAX_VALUE)), "3")
                .get("seed"))
        .hasToString("9223372036854775807");
  }

  @Test
  void severalImagesRepeatTheLatentImageWhereTheGraphDoesNot() {
    Plan plan = Workflows.plan("flux-image");
    JsonObject graph = filled("flux-image", Orders.of(plan).of(4));

    assertThat(graph.getJsonObject("43"))
        .hasToString(
            "{\"class_type\":\"RepeatLatentBatch\","
                + "\"inputs\":{\"samples\":[\"42\",0],\"amount\":4}}");
    assertThat(Graphs.inputs(graph, "13").get("latent_image")).hasToString("[\"43\",0]");
  }

  @Test
  void severalImagesRepeatWhatTheyAreComposedOnto() {
    Plan plan = Workflows.plan("sd21-inpaint");
    JsonObject graph = filled("sd21-inpaint", Orders.of(plan).of(2));

    assertThat(Graphs.inputs(graph, "16").getInt("amount")).isEqualTo(2);
    assertThat(Graphs.inputs(graph, "17").get("destination")).hasToString("[\"18\",0]");
    assertThat(Graphs.nodeClass(graph, "18")).isEqualTo("RepeatImageBatch");
    assertThat(Graphs.inputs(graph, "18").get("image")).hasToString("[\"10\",0]");
    assertThat(Graphs.inputs(graph, "15").get("pixels")).hasToString("[\"10\",0]");
  }

  @Test
  void moreImagesThanARunMakesAreRefused() {
    Plan plan = Workflows.plan("real-esrgan");

    assertThat(refusal("real-esrgan", Orders.of(plan).of(2)).fields()).containsOnlyKeys("n");
    assertThat(refusal("sdxl-text", Orders.usual().of(11)).fields()).containsOnlyKeys("n");
  }

  @Test
  void stepsBeyondUseAreCut() {
    Binder.Bound bound = bind("flux-schnell-text", Orders.usual());

    assertThat(bound.remarks()).extracting(Remark::code).containsExactly("steps_adjusted");
    assertThat(Graphs.inputs(Graphs.parse(bound.job().workflow()), "17").getInt("steps"))
        .isEqualTo(8);
  }

  @Test
  void enlargingIsAFactorOfWhatTheNetworkDoes() {
    Plan plan = Workflows.plan("real-esrgan");

    assertThat(changes(plan, Orders.of(plan).sized(1536, 1024)))
        .containsExactlyEntriesOf(Map.of("5.scale_by", "1.0"));
    assertThat(changes(plan, Orders.of(plan).sized(384, 256))).containsEntry("5.scale_by", "0.25");
    assertThat(refusal("real-esrgan", Orders.of(plan).from(Orders.image(1, 1))).fields())
        .containsOnlyKeys("size");
  }

  @Test
  void inputsAreUploadedInTheShapeNodesTake() {
    BufferedImage init = new BufferedImage(1000, 1000, BufferedImage.TYPE_INT_ARGB);
    BufferedImage mask = new BufferedImage(1000, 1000, BufferedImage.TYPE_BYTE_GRAY);
    mask.getRaster().setSample(500, 500, 0, 128);
    for (int y = 0; y < 1000; y++) {
      for (int x = 0; x < 500; x++) {
        mask.getRaster().setSample(x, y, 0, 128);
      }
    }

    Binder.Bound bound =
        bind("sdxl-inpaint", Orders.usual().sized(512, 512).from(init).masked(mask));

    JobFile sentInit = bound.job().files().get(0);
    JobFile sentMask = bound.job().files().get(1);
    assertThat(sentInit.name()).isEqualTo("init.png");
    assertThat(sentInit.pixels().getWidth()).isEqualTo(512);
    assertThat(new Color(sentInit.pixels().getRGB(9, 9), true)).isEqualTo(Color.WHITE);
    assertThat(sentMask.name()).isEqualTo("mask.png");
    assertThat(sentMask.pixels().getType()).isEqualTo(BufferedImage.TYPE_BYTE_GRAY);
    assertThat(sentMask.pixels().getRaster().getSample(9, 9, 0)).isEqualTo(128);
    assertThat(sentMask.pixels().getRaster().getSample(400, 9, 0)).isZero();
  }

  @Test
  void aMissingInputIsRefused() {
    assertThat(refusal("sdxl-image", Orders.usual()).fields()).containsOnlyKeys("init_image");
    assertThat(refusal("sdxl-inpaint", Orders.usual().from(Orders.image(8, 8))).fields())
        .containsOnlyKeys("mask_image");
  }

  private static FailureException refusal(String id, Orders orders) {
    return catchThrowableOfType(FailureException.class, () -> bind(id, orders));
  }

  private static Binder.Bound bind(String id, Orders orders) {
    return Binder.bind(Workflows.plan(id), orders.order());
  }

  private static JsonObject filled(String id, Orders orders) {
    return Graphs.parse(bind(id, orders).job().workflow());
  }

  /** What is different from the graph as it was, by place. */
  static Map<String, String> changes(Plan plan, Orders orders) {
    JsonObject after = Graphs.parse(Binder.bind(plan, orders.order(plan)).job().workflow());
    Map<String, String> changes = new LinkedHashMap<>();
    for (String node : after.keySet()) {
      JsonObject before =
          Optional.ofNullable(plan.graph().getJsonObject(node))
              .map(known -> known.getJsonObject("inputs"))
              .orElse(JsonValue.EMPTY_JSON_OBJECT);
      Graphs.inputs(after, node)
          .forEach(
              (input, value) -> {
                if (!value.equals(before.get(input))) {
                  changes.put(node + "." + input, value.toString());
                }
              });
    }
    return changes;
  }
}
