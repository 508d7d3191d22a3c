package dev.easel.fake.comfy;

import static dev.easel.fake.comfy.ComfyFault.INVALID_PNG;
import static dev.easel.fake.comfy.ComfyFault.NO_IMAGES;
import static dev.easel.fake.comfy.ComfyFault.REPLAY_OLD_FILE;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the saving nodes of a prompt make. */
final class FakeOutputs {

  private final FakeComfy comfy;
  private final FakePrompt prompt;
  private final Map<String, JsonObject> shown = new HashMap<>();

  FakeOutputs(FakeComfy comfy, FakePrompt prompt) {
    this.comfy = comfy;
    this.prompt = prompt;
  }

  void show(String id, JsonObject output) {
    shown.put(id, output);
  }

  JsonObject shownBy(String id) {
    return shown.getOrDefault(id, JsonValue.EMPTY_JSON_OBJECT);
  }

  JsonObject json() {
    JsonObjectBuilder all = FakeJson.object();
    shown.forEach(all::add);
    return all.build();
  }

  JsonObject save(String id) {
    if (comfy.strikes(NO_IMAGES)) {
      return JsonValue.EMPTY_JSON_OBJECT;
    }
    FakeGraph graph = prompt.graph();
    int batch = graph.nearest(id, "batch_size").map(n -> n.intValue()).orElse(1);
    long seed =
        graph
            .nearest(id, "seed")
            .or(() -> graph.nearest(id, "noise_seed"))
            .map(n -> n.longValue())
            .orElse(0L);
    int[] size = size(id);
    JsonArrayBuilder images = FakeJson.array();
    boolean old = comfy.strikes(REPLAY_OLD_FILE);
    for (int i = 0; i < batch; i++) {
      byte[] png = FakePainter.png(size[0], size[1], seed + i, graph.json().toString());
      String prefix = old ? "easel/00000000-0000-3000-8000-000000000000" : prefix(id);
      images.add(store(comfy.files().nextOutput(prefix), png));
    }
    JsonObject output = FakeJson.object().add("images", images).build();
    shown.put(id, output);
    return output;
  }

  private String prefix(String id) {
    return FakeJson.string(prompt.graph().inputs(id), "filename_prefix");
  }

  private JsonObjectBuilder store(String path, byte[] png) {
    boolean broken = comfy.strikes(INVALID_PNG);
    int slash = path.lastIndexOf('/');
    String subfolder = slash < 0 ? "" : path.substring(0, slash);
    String name = path.substring(slash + 1);
    comfy
        .files()
        .put(
            FakeFiles.key("output", subfolder, name),
            broken ? Arrays.copyOf(png, png.length / 2) : png);
    return FakeJson.object()
        .add("filename", name)
        .add("subfolder", subfolder)
        .add("type", "output");
  }

  private int[] size(String id) {
    FakeGraph graph = prompt.graph();
    Optional<Integer> width = graph.nearest(id, "width").map(n -> n.intValue());
    Optional<Integer> height = graph.nearest(id, "height").map(n -> n.intValue());
    if (width.isPresent() && height.isPresent()) {
      return new int[] {width.get(), height.get()};
    }
    return graph.json().keySet().stream()
        .filter(node -> graph.nodeClass(node).equals("LoadImage"))
        .map(node -> graph.inputs(node).get("image"))
        .filter(JsonString.class::isInstance)
        .map(value -> FakeFiles.loaderKey(((JsonString) value).getString()))
        .flatMap(key -> comfy.files().find(key).stream())
        .map(FakePainter::sizeOf)
        .findFirst()
        .orElse(new int[] {64, 64});
  }
}
