package dev.easel.service.workflow;

import dev.easel.domain.workflow.Link;
import dev.easel.domain.workflow.Lora;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code loras}: {@code model} and {@code clip}, the outputs after which LoRAs are put in
 * ({@code clip} is left out for networks that change the model only), and {@code use}, the LoRAs.
 */
final class LoraReader {

  private static final int MOST = 10;
  private static final double STRONGEST = 100;

  private final JsonObject graph;
  private final Faults faults;

  LoraReader(JsonObject graph, Faults faults) {
    this.graph = graph;
    this.faults = faults;
  }

  List<Lora> read(JsonObject loras) {
    if (!loras.isEmpty() && !Set.of("model", "clip", "use").containsAll(loras.keySet())) {
      faults.add("loras", "must be {\"model\", \"clip\", \"use\"}");
    }
    if (!loras.isEmpty() && point(loras, "model").isEmpty()) {
      faults.add("loras.model", "must be [\"id of a node\", number of its output]");
    }
    if (loras.containsKey("clip") && point(loras, "clip").isEmpty()) {
      faults.add("loras.clip", "must be [\"id of a node\", number of its output]");
    }
    JsonValue use = loras.getOrDefault("use", JsonValue.EMPTY_JSON_ARRAY);
    if (!(use instanceof JsonArray all) || all.size() > MOST) {
      faults.add("loras.use", "must be an array of at most " + MOST);
      return List.of();
    }
    List<Lora> read = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      lora(all.get(i), "loras.use[" + i + "]").ifPresent(read::add);
    }
    return read;
  }

  private Optional<Lora> lora(JsonValue value, String path) {
    if (value instanceof JsonObject given
        && Set.of("file", "strength").containsAll(given.keySet())
        && given.get("file") instanceof JsonString file
        && PlanReader.isFileName(file.getString())
        && given.getOrDefault("strength", Graphs.number(1L)) instanceof JsonNumber strength
        && Math.abs(strength.doubleValue()) <= STRONGEST) {
      return Optional.of(new Lora(file.getString(), strength.doubleValue()));
    }
    faults.add(path, "must be {\"file\", \"strength\"}, the strength from -100 to 100");
    return Optional.empty();
  }

  private Optional<Link> point(JsonObject loras, String name) {
    return Graphs.link(loras.getOrDefault(name, JsonValue.NULL))
        .filter(link -> graph.containsKey(link.node()) && link.output() >= 0);
  }

  /** Where LoRAs go in a graph; nowhere if the definition does not say. */
  Insert insert(JsonObject loras) {
    return new Insert(point(loras, "model"), point(loras, "clip"));
  }

  /** One after the other, each takes what the one before made. */
  record Insert(Optional<Link> model, Optional<Link> clip) {

    void into(GraphEdit edit, List<Lora> loras) {
      Optional<Link> lastModel = model;
      Optional<Link> lastClip = clip;
      for (Lora lora : loras) {
        String node = edit.add(nodeClass(), inputs(lora, lastModel.orElseThrow(), lastClip));
        Link after = new Link(node, 0);
        edit.redirect(lastModel.orElseThrow(), after, Set.of(node));
        lastClip.ifPresent(c -> edit.redirect(c, new Link(node, 1), Set.of(node)));
        lastModel = Optional.of(after);
        lastClip = lastClip.map(c -> new Link(node, 1));
      }
    }

    private String nodeClass() {
      return clip.isPresent() ? "LoraLoader" : "LoraLoaderModelOnly";
    }

    private static Map<String, JsonValue> inputs(Lora lora, Link model, Optional<Link> clip) {
      Map<String, JsonValue> inputs = new LinkedHashMap<>();
      inputs.put("model", Graphs.link(model));
      clip.ifPresent(link -> inputs.put("clip", Graphs.link(link)));
      inputs.put("lora_name", Graphs.text(lora.file()));
      inputs.put("strength_model", Graphs.number(lora.strength()));
      clip.ifPresent(link -> inputs.put("strength_clip", Graphs.number(lora.strength())));
      return inputs;
    }
  }
}
