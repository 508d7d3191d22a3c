package dev.easel.adapter.provider.sdcpp;

import dev.easel.adapter.provider.NodeJson;
import dev.easel.adapter.provider.WireHarvest;
import dev.easel.domain.provider.JobFault;
import dev.easel.domain.provider.JobFault.Kind;
import dev.easel.domain.provider.Observation;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** A job as the server tells it. */
final class SdcppJob {

  private final JsonObject json;

  SdcppJob(JsonObject json) {
    this.json = json;
  }

  Observation observation() {
    String status = NodeJson.string(json, "status");
    return switch (status) {
      case "queued" -> new Observation.Queued((int) NodeJson.number(json, "queue_position"));
      case "generating" -> new Observation.Running(0); // how far it is it does not tell
      case "completed" -> finished();
      case "failed" -> new Observation.Failed(fault());
      case "cancelled" -> new Observation.Interrupted();
      default -> new Observation.Unreachable("No sense in the state of the job");
    };
  }

  /** In the order of their indexes; image i has the seed plus i. */
  List<WireHarvest.Found> images(long seed) {
    return NodeJson.list(NodeJson.child(json, "result"), "images").stream()
        .filter(JsonObject.class::isInstance)
        .map(JsonValue::asJsonObject)
        .sorted(Comparator.comparingDouble(image -> NodeJson.number(image, "index")))
        .map(
            image ->
                new WireHarvest.Found(
                    NodeJson.string(image, "b64_json"),
                    seed + (long) NodeJson.number(image, "index")))
        .toList();
  }

  private Observation finished() {
    int count = images(0).size();
    return count > 0
        ? new Observation.Finished(count)
        : new Observation.Failed(JobFault.of(Kind.WRONG_RESULT, "The node gave no image"));
  }

  private JobFault fault() {
    String message =
        NodeJson.string(NodeJson.child(json, "error"), "message").toLowerCase(Locale.ROOT);
    boolean memory = message.contains("out of memory") || message.contains("alloc");
    return memory
        ? JobFault.of(Kind.OUT_OF_MEMORY, "The node has too little memory for this image")
        : JobFault.of(Kind.NODE_FAILED, "The node failed to render");
  }
}
