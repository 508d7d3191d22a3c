package dev.easel.service.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.easel.domain.generation.Operation;
import dev.easel.domain.generation.Reference;
import dev.easel.domain.generation.ReferenceRole;
import dev.easel.domain.provider.JobFile;
import dev.easel.domain.provider.RenderOrder;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.workflow.Link;
import dev.easel.domain.workflow.Workflow;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceBranchTest {

  @Test
  void withoutFurtherImagesTheBranchIsLeftOut() {
    JsonObject graph = bound("flux-kontext", List.of());

    assertThat(graph.keySet()).doesNotContain("50", "51", "52", "53");
    assertThat(link(graph, "26", "conditioning")).isEqualTo(new Link("44", 0));
  }

  @Test
  void oneImageTakesTheBranchAsItIsWritten() {
    JsonObject graph = bound("flux-kontext", further(ReferenceRole.IMAGE, 1));

    assertThat(text(graph, "50", "image")).isEqualTo("reference-1.png");
    assertThat(link(graph, "26", "conditioning")).isEqualTo(new Link("53", 0));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void eachImageIsAddedToWhatThoseBeforeItMade(int images) {
    JsonObject graph = bound("flux-kontext", further(ReferenceRole.IMAGE, images));

    List<String> files =
        Stream.iterate(
                link(graph, "26", "conditioning"), at -> link(graph, at.node(), "conditioning"))
            .limit(images)
            .map(at -> file(graph, at.node()))
            .toList();
    assertThat(files)
        .containsExactlyElementsOf(
            IntStream.iterate(images, n -> n - 1)
                .limit(images)
                .mapToObj("reference-%d.png"::formatted)
                .toList());
    assertThat(link(graph, "53", "conditioning")).isEqualTo(new Link("44", 0));
    new GraphReader(new Faults()).judge(graph);
  }

  @Test
  void aCopySharesWhatIsNotOfTheBranch() {
    JsonObject graph = bound("flux-redux", further(ReferenceRole.STYLE, 2));

    Link last = link(graph, "22", "conditioning");
    assertThat(last.node()).isNotEqualTo("64");
    assertThat(link(graph, last.node(), "style_model")).isEqualTo(new Link("61", 0));
    assertThat(number(graph, "64", "strength")).isEqualTo(0.25);
    assertThat(number(graph, last.node(), "strength")).isEqualTo(0.25);
  }

  @Test
  void theFilesAreSentAlong() {
    RenderOrder order = order("flux-redux", further(ReferenceRole.STYLE, 2));

    assertThat(Binder.bind(Workflows.plan("flux-redux"), order).job().files())
        .extracting(JobFile::name)
        .containsExactly("reference-1.png", "reference-2.png");
  }

  @Test
  void aGraphTakesNoMoreAndNoOthersThanItSays() {
    Reference face = new Reference("img_f_0", ReferenceRole.FACE, 1);
    List<Reference> given =
        Stream.concat(
                Stream.of(face),
                IntStream.range(0, 6)
                    .mapToObj(i -> new Reference("img_" + i + "_0", ReferenceRole.STYLE, 1)))
            .toList();

    assertThat(Workflows.plan("flux-redux").taken(given)).isEqualTo(given.subList(1, 5));
    assertThat(Workflows.plan("flux-kontext").taken(given)).isEqualTo(given.subList(0, 4));
    assertThat(Workflows.plan("flux-text").taken(given)).isEmpty();
  }

  @Test
  void aNodeNeedsTheFilesOfTheBranch() {
    assertThat(Workflows.plan("flux-redux").needs().files())
        .extracting(file -> file.folder())
        .contains("style_models", "clip_vision");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"image\":{\"node\":\"50\",\"input\":\"image\"}}",
        "{\"image\":{\"node\":\"99\",\"input\":\"image\"},"
            + "\"onto\":{\"node\":\"53\",\"input\":\"conditioning\"},\"end\":[\"53\",0]}",
        "{\"image\":{\"node\":\"50\",\"input\":\"image\"},"
            + "\"onto\":{\"node\":\"53\",\"input\":\"latent\"},\"end\":[\"53\",0]}",
        "{\"image\":{\"node\":\"50\",\"input\":\"image\"},"
            + "\"onto\":{\"node\":\"53\",\"input\":\"conditioning\"},\"end\":[\"44\",0]}",
        "{\"image\":{\"node\":\"50\",\"input\":\"image\"},\"most\":17,"
            + "\"onto\":{\"node\":\"53\",\"input\":\"conditioning\"},\"end\":[\"53\",0]}",
        "{\"image\":{\"node\":\"50\",\"input\":\"image\"},\"roles\":[\"voice\"],"
            + "\"onto\":{\"node\":\"53\",\"input\":\"conditioning\"},\"end\":[\"53\",0]}",
        "{\"picture\":1}"
      })
  void aBranchThatLeadsNowhereIsRefused(String references) {
    Workflow workflow = Workflows.shipped().find("flux-kontext").orElseThrow();
    JsonObject definition =
        Graphs.JSON
            .createObjectBuilder(Graphs.parse(workflow.definition()))
            .add("references", Graphs.parse(references))
            .build();

    assertThatThrownBy(() -> PlanReader.read(workflow.operation(), definition))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("references");
  }

  private static JsonObject bound(String id, List<RenderOrder.Further> further) {
    return Graphs.parse(Binder.bind(Workflows.plan(id), order(id, further)).job().workflow());
  }

  private static RenderOrder order(String id, List<RenderOrder.Further> further) {
    return Orders.of(Workflows.plan(id))
        .order(new RenderOrder.Work(Operation.IMAGE_TO_IMAGE, "{}", further));
  }

  private static List<RenderOrder.Further> further(ReferenceRole role, int images) {
    return IntStream.range(0, images)
        .mapToObj(i -> new RenderOrder.Further(Orders.image(64, 64), role, 0.25))
        .toList();
  }

  /** Which file comes in with a node of Kontext's branch. */
  private static String file(JsonObject graph, String referenceLatent) {
    String encode = link(graph, referenceLatent, "latent").node();
    String scale = link(graph, encode, "pixels").node();
    return text(graph, link(graph, scale, "image").node(), "image");
  }

  private static Link link(JsonObject graph, String node, String input) {
    return Graphs.link(Graphs.inputs(graph, node).get(input)).orElseThrow();
  }

  private static String text(JsonObject graph, String node, String input) {
    return Graphs.inputs(graph, node).getString(input);
  }

  private static double number(JsonObject graph, String node, String input) {
    return Graphs.inputs(graph, node).getJsonNumber(input).doubleValue();
  }
}
