package dev.easel.web.api.v2.admin;

import dev.easel.domain.node.Inventory;
import dev.easel.domain.node.NodeState;
import dev.easel.domain.node.NodeTerms;
import dev.easel.domain.node.Trust;
import dev.easel.service.node.NodeDesk;
import dev.easel.service.node.NodeView;
import dev.easel.web.api.WireJson;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A node as administrators read it. Of headers only the names. */
final class NodeJson {

  private NodeJson() {}

  static JsonObjectBuilder of(NodeView view) {
    NodeTerms terms = view.node().terms();
    return WireJson.object()
        .add("id", view.node().id())
        .add("name", terms.name())
        .add("kind", terms.kind())
        .add("url", terms.address())
        .add("labels", words(terms.labels()))
        .add("models", sorted(terms.allowed()))
        .add("headers", sorted(terms.headerNames()))
        .add(
            "tls_identity",
            WireJson.text(terms.tlsIdentity().isEmpty() ? null : terms.tlsIdentity()))
        .add("max_in_flight", terms.maxInFlight())
        .add("wish", view.node().wish().wire())
        .add("health", view.health().wire())
        .add("takes_work", view.fleet().takesWork())
        .add("drained", view.isDrained())
        .add("reasons", WireJson.array(view.reasons()))
        .addAll(reach(view))
        .addAll(work(view))
        .add("quarantine", quarantine(view.state().trust()))
        .add("paused_models", paused(view))
        .addAll(machine(view))
        .add("version", view.node().version())
        .add("created_at", WireJson.time(view.node().createdAt()))
        .add("updated_at", WireJson.time(view.node().updatedAt()));
  }

  private static JsonObjectBuilder reach(NodeView view) {
    String reason = view.sight().reach().reason();
    return WireJson.object()
        .add("health_since", WireJson.time(view.sight().reach().since()))
        .add("last_seen_at", WireJson.time(view.sight().seenAt()))
        .add("trouble", WireJson.text(reason.isEmpty() ? null : reason));
  }

  private static JsonObjectBuilder work(NodeView view) {
    NodeState state = view.state();
    return WireJson.object()
        .add("in_flight", view.inFlight())
        .add("queue_on_node", view.sight().jobs())
        .add("loaded_model", WireJson.text(view.fleet().loaded()))
        .add("rendered", state.rendered())
        .add("failed", state.failed())
        .add("faults_in_a_row", state.trust().faults())
        .add("last_render_at", WireJson.time(state.lastRenderAt()))
        .add("last_fault", WireJson.text(state.lastFault()))
        .add("last_fault_at", WireJson.time(state.lastFaultAt()));
  }

  private static JsonValue quarantine(Trust trust) {
    return trust.isQuarantined()
        ? WireJson.object()
            .add("since", WireJson.time(trust.quarantinedAt()))
            .add("reason", trust.reason())
            .add("next_canary_at", WireJson.time(trust.trialAt()))
            .build()
        : JsonValue.NULL;
  }

  private static JsonObjectBuilder paused(NodeView view) {
    JsonObjectBuilder paused = WireJson.object();
    new TreeMap<>(view.paused()).forEach((model, until) -> paused.add(model, WireJson.time(until)));
    return paused;
  }

  private static JsonObjectBuilder machine(NodeView view) {
    NodeState state = view.state();
    return WireJson.object()
        .add("software", WireJson.text(state.software().isEmpty() ? null : state.software()))
        .add("device", WireJson.text(state.device().isEmpty() ? null : state.device()))
        .add("vram_total", bytes(state.memory()))
        .add("vram_free", state.memory() == 0 ? JsonValue.NULL : bytes(state.memoryFree()))
        .add("inventory", counts(view));
  }

  private static JsonValue bytes(long bytes) {
    return bytes == 0 ? JsonValue.NULL : WireJson.number(BigDecimal.valueOf(bytes));
  }

  private static JsonValue counts(NodeView view) {
    if (view.state().inventoryAt().isEmpty()) {
      return JsonValue.NULL;
    }
    Inventory inventory = view.inventory();
    JsonObjectBuilder models = WireJson.object();
    new TreeMap<>(inventory.models()).forEach((kind, names) -> models.add(kind, names.size()));
    return WireJson.object()
        .add("taken_at", WireJson.time(view.state().inventoryAt()))
        .add("models", models)
        .add("node_classes", inventory.nodeClasses().size())
        .add("samplers", inventory.samplers().size())
        .add("schedulers", inventory.schedulers().size())
        .build();
  }

  /** All of it. */
  static JsonObjectBuilder inventory(NodeView view) {
    Inventory inventory = view.inventory();
    JsonObjectBuilder models = WireJson.object();
    new TreeMap<>(inventory.models()).forEach((kind, names) -> models.add(kind, sorted(names)));
    return WireJson.object()
        .add("node_id", view.node().id())
        .add("taken_at", WireJson.time(view.state().inventoryAt()))
        .add("models", models)
        .add("node_classes", sorted(inventory.nodeClasses()))
        .add("samplers", sorted(inventory.samplers()))
        .add("schedulers", sorted(inventory.schedulers()));
  }

  static JsonObjectBuilder canary(NodeDesk.Trial trial) {
    return WireJson.object()
        .add("passed", trial.fault().isEmpty())
        .add("fault", WireJson.text(trial.fault()))
        .add("node", of(trial.node()));
  }

  private static JsonArrayBuilder sorted(Set<String> words) {
    return WireJson.array(new TreeSet<>(words));
  }

  private static JsonObjectBuilder words(Map<String, String> words) {
    JsonObjectBuilder object = WireJson.object();
    new TreeMap<>(words).forEach(object::add);
    return object;
  }
}
