package dev.easel.adapter.provider.a1111;

import dev.easel.adapter.provider.NodeCalls;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** Asks web UIs what they have. */
@ApplicationScoped
public class A1111Inspector implements NodeInspector {

  private static final Logger LOG = Logger.getLogger(A1111Inspector.class.getName());

  @Inject NodeHttp http;

  private WebUiClient client;

  @PostConstruct
  void start() {
    client = new WebUiClient(http);
  }

  @Override
  public String adapter() {
    return A1111Provider.ADAPTER;
  }

  @Override
  public NodePulse pulse(NodeTarget node) {
    try {
      NodeReply reply = client.state(node, NodeCalls.PROBE);
      Optional<JsonObject> state =
          (reply.isOk() ? NodeJson.parse(reply.text()) : Optional.<JsonObject>empty())
              .filter(json -> json.containsKey("progress") && json.containsKey("state"))
              .map(json -> NodeJson.child(json, "state"));
      return state
          .<NodePulse>map(s -> new NodePulse.Alive(NodeJson.number(s, "job_count") > 0 ? 1 : 0))
          .orElseGet(() -> new NodePulse.Silent("Not a web UI, status " + reply.status()));
    } catch (NodeSilentException e) {
      return new NodePulse.Silent(e.getMessage());
    }
  }

  @Override
  public Optional<NodeFacts> inspect(NodeTarget node) {
    try {
      NodeReply models = client.ask(node, "sd-models");
      if (!models.isOk()) {
        return Optional.empty();
      }
      return Optional.of(
          new NodeFacts(
              "",
              devices(node),
              Map.of(
                  "checkpoints", named(models, A1111Inspector::stem),
                  "loras", named(client.ask(node, "loras"), name("name")),
                  "upscale_models", named(client.ask(node, "upscalers"), name("name"))),
              Set.of(),
              named(client.ask(node, "samplers"), name("name")),
              named(client.ask(node, "schedulers"), name("name"))));
    } catch (NodeSilentException e) {
      LOG.log(Level.FINE, e, () -> "No inventory of " + node);
      return Optional.empty();
    }
  }

  /** Versions differ in what they list; what is not there is none. */
  private static Set<String> named(NodeReply reply, Function<JsonObject, String> name) {
    return (reply.isOk() ? NodeJson.structure(reply.text()) : Optional.<JsonStructure>empty())
            .filter(JsonArray.class::isInstance)
            .map(JsonValue::asJsonArray)
            .orElse(JsonValue.EMPTY_JSON_ARRAY)
            .stream()
            .filter(JsonObject.class::isInstance)
            .map(JsonValue::asJsonObject)
            .map(name)
            .filter(found -> !found.isEmpty())
            .collect(Collectors.toSet());
  }

  private static Function<JsonObject, String> name(String member) {
    return entry -> NodeJson.string(entry, member);
  }

  /** The file's name without folders and ending, as the web UI repeats it with each picture. */
  private static String stem(JsonObject model) {
    String file = NodeJson.string(model, "filename");
    String name = file.isEmpty() ? NodeJson.string(model, "model_name") : file;
    return name.replaceAll(".*[/\\\\]", "").replaceAll("\\.(safetensors|ckpt|gguf|pt|pth)$", "");
  }

  @Override
  public List<NodeFacts.Device> devices(NodeTarget node) {
    try {
      NodeReply reply = client.ask(node, "memory");
      JsonObject memory =
          (reply.isOk() ? NodeJson.parse(reply.text()) : Optional.<JsonObject>empty())
              .orElse(JsonValue.EMPTY_JSON_OBJECT);
      JsonObject card = NodeJson.child(NodeJson.child(memory, "cuda"), "system");
      JsonObject ram = NodeJson.child(memory, "ram");
      return card.containsKey("total") ? List.of(device("cuda", card)) : plain(ram);
    } catch (NodeSilentException e) {
      LOG.log(Level.FINE, e, () -> "No statistics of " + node);
      return List.of();
    }
  }

  private static List<NodeFacts.Device> plain(JsonObject ram) {
    return ram.containsKey("total") ? List.of(device("cpu", ram)) : List.of();
  }

  private static NodeFacts.Device device(String type, JsonObject memory) {
    return new NodeFacts.Device(
        type,
        type,
        (long) NodeJson.number(memory, "total"),
        (long) NodeJson.number(memory, "free"));
  }

  /** There are no building blocks. */
  @Override
  public Optional<String> declaration(NodeTarget node, String nodeClass) {
    return Optional.empty();
  }
}
