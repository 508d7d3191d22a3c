package dev.easel.service.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.easel.domain.catalog.Capability;
import dev.easel.domain.catalog.ModelRoute;
import dev.easel.domain.workflow.ModelFile;
import dev.easel.domain.workflow.Servability;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointRoutesTest {

  private static final String SDXL = "stable-diffusion-xl";

  @TempDir Path folder;

  @Test
  void aModelHasARoutePerUseWhileANodeHasItsCheckpoint() {
    List<ModelRoute> routes = routes(Optional.empty(), has("sdcpp", "sd_xl_base_1.0"));

    assertThat(routes)
        .filteredOn(route -> route.modelId().equals(SDXL))
        .extracting(ModelRoute::id)
        .containsExactly(
            "sdcpp:stable-diffusion-xl:sd_xl_base_1.0:text_to_image",
            "sdcpp:stable-diffusion-xl:sd_xl_base_1.0:image_to_image",
            "sdcpp:stable-diffusion-xl:sd_xl_base_1.0:inpainting");
    assertThat(routes)
        .allMatch(route -> route.adapter().equals("sdcpp"))
        .allMatch(route -> route.upstreamId().equals("sd_xl_base_1.0"))
        .noneMatch(route -> route.serves(Capability.UPSCALING));
  }

  @Test
  void withoutSuchNodesThereAreNone() {
    assertThat(routes(Optional.empty(), (model, needs) -> false)).isEmpty();
    assertThat(routes(Optional.empty(), has("comfyui", "sd_xl_base_1.0"))).isEmpty();
  }

  @Test
  void anOperatorNamesCheckpointsOfHisOwn() throws IOException {
    Path own = folder.resolve("own.properties");
    Files.writeString(own, SDXL + " = sd_xl_base_1.0-q8_0, juggernaut\nflux-dev = flux1-dev\n");

    assertThat(routes(Optional.of(own), has("sdcpp", "juggernaut")))
        .extracting(ModelRoute::preference)
        .containsOnly(201);
    assertThat(routes(Optional.of(own), has("a1111", "flux1-dev")))
        .extracting(ModelRoute::modelId)
        .containsOnly("flux-dev");
    assertThat(routes(Optional.of(own), has("sdcpp", "sd_xl_base_1.0")))
        .extracting(ModelRoute::modelId)
        .doesNotContain(SDXL);
  }

  @Test
  void aListThatCannotBeReadEndsTheStart() {
    assertThatThrownBy(() -> routes(Optional.of(folder.resolve("absent")), has("sdcpp", "any")))
        .isInstanceOf(UncheckedIOException.class);
  }

  private static Servability has(String kind, String checkpoint) {
    return (model, needs) ->
        needs.kind().equals(kind)
            && needs.files().contains(new ModelFile("checkpoints", checkpoint));
  }

  private static List<ModelRoute> routes(Optional<Path> file, Servability fleet) {
    CheckpointRoutes routes = new CheckpointRoutes();
    routes.file = file.map(Path::toString);
    routes.fleet = List.of(fleet);
    routes.read();
    return routes.routes();
  }
}
