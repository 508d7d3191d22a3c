package dev.easel.web.ui.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.web.openapi.ErrorCatalog;
import dev.easel.web.openapi.OpenApi;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReferenceTest {

  private static final String BASE = "http://localhost:8080";

  private final List<Surface> surfaces =
      new Reference(new OpenApi().root(BASE), new ErrorCatalog(), BASE).surfaces();

  @Test
  void everySurfaceHasItsBaseAndOperations() {
    assertThat(surfaces)
        .extracting(Surface::tag)
        .containsExactly("v2", "v1", "openai", "operations");
    assertThat(surfaces.get(0).base()).isEqualTo(BASE + "/api/v2");
    assertThat(surfaces).allMatch(surface -> !surface.operations().isEmpty());
  }

  @Test
  void everyOperationCanBeTriedAndIsAnswered() {
    assertThat(operations()).allMatch(operation -> !operation.summary().isEmpty());
    assertThat(operations()).allMatch(operation -> !operation.requests().isEmpty());
    assertThat(operations()).allMatch(operation -> !operation.answers().isEmpty());
  }

  @Test
  void addressesOfAzureAreNamedBesideTheOriginal() {
    Operation images = find("openaiImages");

    assertThat(images.alsoAt())
        .containsExactly(
            "POST /openai/v1/images/generations",
            "POST /openai/deployments/{deployment}/images/generations");
    assertThat(operations()).extracting(Operation::id).doesNotContain("azureImages");
  }

  @Test
  void requestsAreCommandsWithTheKeyAndThisServersAddress() {
    assertThat(find("v2GetGeneration").requests().get(0).text())
        .isEqualTo(
            "curl http://localhost:8080/api/v2/generations/gen_2ce0e1ab0bc28e7130a618d2 \\\n"
                + "  -H \"Authorization: Bearer $EASEL_API_KEY\"");
    assertThat(find("v1Ping").requests().get(0).text())
        .isEqualTo("curl http://localhost:8080/api/v1/ping");
  }

  @Test
  void membersOfTheBodyHaveDottedNames() {
    assertThat(find("v1GenerateImage").body())
        .extracting(Operation.Parameter::name)
        .contains("config", "config.prompt", "config.params.width");
  }

  @Test
  void errorsLeadToTheirPages() {
    assertThat(find("v2TextToImage").troubles())
        .extracting(Operation.Trouble::code)
        .contains("INVALID_PROMPT", "QUOTA_EXCEEDED", "MODEL_NOT_AVAILABLE");
  }

  @Test
  void textIsEscapedAndCodeIsMarked() {
    assertThat(Prose.html("a < b and `x & y`")).isEqualTo("a &lt; b and <code>x &amp; y</code>");
  }

  @Test
  void jsonBreaksOnlyWhereItHasTo() {
    assertThat(JsonText.pretty(Map.of("a", List.of(1, 2)))).isEqualTo("{\"a\": [1, 2]}");
    assertThat(JsonText.pretty(Map.of("prompt", "long ".repeat(20)))).startsWith("{\n  \"prompt\"");
    assertThat(JsonText.marked("{\"a\": \"<b>\"}"))
        .isEqualTo("{<span class=\"key\">\"a\"</span>: <span class=\"text\">\"&lt;b&gt;\"</span>}");
  }

  private List<Operation> operations() {
    return surfaces.stream().flatMap(surface -> surface.operations().stream()).toList();
  }

  private Operation find(String id) {
    return operations().stream().filter(o -> o.id().equals(id)).findFirst().orElseThrow();
  }
}
