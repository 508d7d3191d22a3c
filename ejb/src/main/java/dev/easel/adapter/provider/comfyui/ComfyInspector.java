package dev.easel.adapter.provider.comfyui;

import dev.easel.adapter.provider.NodeHttp;
import dev.easel.adapter.provider.NodeJson;
import dev.easel.adapter.provider.NodeReply;
import dev.easel.adapter.provider.NodeSilentException;
import dev.easel.domain.provider.NodeFacts;
import dev.easel.domain.provider.NodeInspector;
import dev.easel.domain.provider.NodePulse;
import dev.easel.domain.provider.NodeTarget;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** Asks ComfyUI nodes what they have. */
@ApplicationScoped
public class ComfyInspector implements NodeInspector {

  private static final Logger LOG = Logger.getLogger(ComfyInspector.class.getName());

  /** Folders of code and settings, and custom ones, are of no use to a workflow of ours. */
  private static final Set<String> FOLDERS =
      Set.of(
          "checkpoints",
          "loras",
          "vae",
          "text_encoders",
          "diffusion_models",
          "clip_vision",
          "style_models",
          "embeddings",
          "controlnet",
          "upscale_models");

  @Inject NodeHttp http;

  private ComfyClient client;

  @PostConstruct
  void start() {
    client = new ComfyClient(http);
  }

  @Override
  public String adapter() {
    return ComfyProvider.ADAPTER;
  }

  @Override
  public NodePulse pulse(NodeTarget node) {
    try {
      NodeReply reply = client.probe(node);
      Optional<JsonObject> answer = reply.isOk() ? NodeJson.parse(reply.text()) : Optional.empty();
      return answer
          .map(json -> NodeJson.child(json, "exec_info"))
          .filter(info -> info.containsKey("queue_remaining"))
          .<NodePulse>map(
              info -> new NodePulse.Alive((int) NodeJson.number(info, "queue_remaining")))
          .orElseGet(() -> new NodePulse.Silent("Not a ComfyUI, status " + reply.status()));
    } catch (NodeSilentException e) {
      return new NodePulse.Silent(e.getMessage());
    }
  }

  @Override
  public Optional<NodeFacts> inspect(NodeTarget node) {
    try {
      JsonObject stats = client.systemStats(node);
      JsonObject classes = client.objectInfo(node, "");
      JsonObject sampler = NodeJson.child(classes, "KSampler");
      return Optional.of(
          new NodeFacts(
              NodeJson.string(NodeJson.child(stats, "system"), "comfyui_version"),
              devices(stats),
              models(node),
              classes.keySet(),
              Set.copyOf(choices(sampler, "sampler_name")),
              Set.copyOf(choices(sampler, "scheduler"))));
    } catch (NodeSilentException e) {
      LOG.log(Level.FINE, e, () -> "No inventory of " + node);
      return Optional.empty();
    }
  }

  @Override
  public List<NodeFacts.Device> devices(NodeTarget node) {
    try {
      return devices(client.systemStats(node));
    } catch (NodeSilentException e) {
      LOG.log(Level.FINE, e, () -> "No statistics of " + node);
      return List.of();
    }
  }

  private static List<NodeFacts.Device> devices(JsonObject stats) {
    return objects(NodeJson.list(stats, "devices")).stream()
        .map(
            device ->
                new NodeFacts.Device(
                    NodeJson.string(device, "name"),
                    NodeJson.string(device, "type"),
                    (long) NodeJson.number(device, "vram_total"),
                    (long) NodeJson.number(device, "vram_free")))
        .toList();
  }

  private static List<JsonObject> objects(JsonArray array) {
    return array.stream()
        .filter(JsonObject.class::isInstance)
        .map(JsonValue::asJsonObject)
        .toList();
  }

  private Map<String, Set<String>> models(NodeTarget node) throws NodeSilentException {
    Map<String, Set<String>> found = new HashMap<>();
    for (String folder : texts(client.models(node, "/models"))) {
      if (FOLDERS.contains(folder)) {
        found.put(folder, texts(client.models(node, "/models/" + folder)));
      }
    }
    return found;
  }

  private static Set<String> texts(JsonStructure list) {
    return list instanceof JsonArray array
        ? array.stream().map(NodeJson::string).collect(Collectors.toSet())
        : Set.of();
  }

  @Override
  public Optional<String> declaration(NodeTarget node, String nodeClass) {
    try {
      JsonObject info = client.objectInfo(node, nodeClass);
      return info.containsKey(nodeClass)
          ? Optional.of(NodeJson.child(info, nodeClass).toString())
          : Optional.empty();
    } catch (NodeSilentException e) {
      LOG.log(Level.FINE, e, () -> "No declaration of " + nodeClass + " on " + node);
      return Optional.empty();
    }
  }

  /**
   * The values a declared input can have: {@code [["a", "b"], {…}]}, or since V3 {@code ["COMBO",
   * {"options": ["a", "b"]}]}.
   */
  static List<String> choices(JsonObject declaration, String input) {
    JsonObject inputs = NodeJson.child(declaration, "input");
    JsonArray declared = NodeJson.list(NodeJson.child(inputs, "required"), input);
    if (declared.isEmpty()) {
      declared = NodeJson.list(NodeJson.child(inputs, "optional"), input);
    }
    if (!declared.isEmpty() && declared.get(0) instanceof JsonArray values) {
      return values.stream().map(NodeJson::string).toList();
    }
    boolean combo = declared.size() > 1 && declared.get(1) instanceof JsonObject;
    return combo
        ? NodeJson.list(declared.getJsonObject(1), "options").stream()
            .map(NodeJson::string)
            .toList()
        : List.of();
  }
}
