package dev.easel.adapter.provider.sdcpp;

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
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** Asks nodes of stable-diffusion.cpp what they have: one model, and what was laid beside it. */
@ApplicationScoped
public class SdcppInspector implements NodeInspector {

  private static final Logger LOG = Logger.getLogger(SdcppInspector.class.getName());

  @Inject NodeHttp http;

  private SdcppClient client;

  @PostConstruct
  void start() {
    client = new SdcppClient(http);
  }

  @Override
  public String adapter() {
    return SdcppProvider.ADAPTER;
  }

  @Override
  public NodePulse pulse(NodeTarget node) {
    try {
      NodeReply reply = client.capabilities(node, NodeCalls.PROBE);
      return capabilities(reply).isPresent()
          ? new NodePulse.Alive(0) // how many jobs it has it does not tell
          : new NodePulse.Silent("Not a server of stable-diffusion.cpp, status " + reply.status());
    } catch (NodeSilentException e) {
      return new NodePulse.Silent(e.getMessage());
    }
  }

  @Override
  public Optional<NodeFacts> inspect(NodeTarget node) {
    try {
      return capabilities(client.capabilities(node, NodeCalls.ASK)).map(SdcppInspector::facts);
    } catch (NodeSilentException e) {
      LOG.log(Level.FINE, e, () -> "No inventory of " + node);
      return Optional.empty();
    }
  }

  private static NodeFacts facts(JsonObject json) {
    return new NodeFacts(
        "",
        List.of(),
        Map.of(
            "checkpoints", Set.of(model(json)),
            "loras", names(NodeJson.list(json, "loras"))),
        Set.of(),
        texts(NodeJson.list(json, "samplers")),
        texts(NodeJson.list(json, "schedulers")));
  }

  /** Whether an answer is of a node with that model; of no name, with any. */
  static boolean serves(NodeReply reply, String checkpoint) {
    return capabilities(reply)
        .filter(json -> checkpoint.isEmpty() || model(json).equals(checkpoint))
        .isPresent();
  }

  private static Optional<JsonObject> capabilities(NodeReply reply) {
    return (reply.isOk() ? NodeJson.parse(reply.text()) : Optional.<JsonObject>empty())
        .filter(json -> json.containsKey("model") && json.containsKey("samplers"));
  }

  /** The file's name without its ending. */
  private static String model(JsonObject json) {
    return NodeJson.string(NodeJson.child(json, "model"), "stem");
  }

  private static Set<String> names(JsonArray entries) {
    return entries.stream()
        .filter(JsonObject.class::isInstance)
        .map(JsonValue::asJsonObject)
        .map(entry -> NodeJson.string(entry, "name"))
        .collect(Collectors.toSet());
  }

  private static Set<String> texts(JsonArray values) {
    return values.stream().map(NodeJson::string).collect(Collectors.toSet());
  }

  /** There are no building blocks. */
  @Override
  public Optional<String> declaration(NodeTarget node, String nodeClass) {
    return Optional.empty();
  }
}
