package dev.easel.adapter.provider.comfyui;

import dev.easel.adapter.provider.NodeJson;
import dev.easel.domain.provider.JobFault;
import dev.easel.domain.provider.Observation;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;

/** How a prompt ended, as the node remembers it until it restarts. */
final class HistoryEntry {

  private final JsonObject entry;

  HistoryEntry(JsonObject entry) {
    this.entry = entry;
  }

  /** The node's count of the prompt; 0 if it is missing. */
  long number() {
    JsonArray prompt = NodeJson.list(entry, "prompt");
    return !prompt.isEmpty() && prompt.get(0) instanceof JsonNumber number ? number.longValue() : 0;
  }

  /** The graph as it ran. */
  ComfyGraph graph() {
    JsonArray prompt = NodeJson.list(entry, "prompt");
    boolean there = prompt.size() > 2 && prompt.get(2) instanceof JsonObject;
    return new ComfyGraph(there ? prompt.getJsonObject(2) : JsonValue.EMPTY_JSON_OBJECT);
  }

  List<OutputFiles.Saved> images() {
    return OutputFiles.of(NodeJson.child(entry, "outputs"));
  }

  /** What this end means for the job that has the id. */
  Observation verdict(String upstreamId) {
    if (message("execution_interrupted").isPresent()) {
      return new Observation.Interrupted();
    }
    Optional<JsonObject> error = message("execution_error");
    if (error.isPresent()) {
      return new Observation.Failed(RuntimeVerdict.of(error.get()));
    }
    if (!NodeJson.string(NodeJson.child(entry, "status"), "status_str").equals("success")) {
      return failed(JobFault.Kind.NODE_FAILED, "The node ended the job without a reason");
    }
    List<OutputFiles.Saved> images = images();
    if (images.isEmpty()) {
      return failed(JobFault.Kind.WORKFLOW_BROKEN, "The workflow ended without an image");
    }
    return images.stream().allMatch(image -> image.belongsTo(upstreamId))
        ? new Observation.Finished(images.size())
        : failed(JobFault.Kind.WRONG_RESULT, "The node answered with images of another job");
  }

  private static Observation failed(JobFault.Kind kind, String reason) {
    return new Observation.Failed(JobFault.of(kind, reason));
  }

  /** Messages are pairs of a type and what belongs to it. */
  private Optional<JsonObject> message(String type) {
    JsonArray messages = NodeJson.list(NodeJson.child(entry, "status"), "messages");
    return messages.stream()
        .filter(JsonArray.class::isInstance)
        .map(JsonValue::asJsonArray)
        .filter(pair -> pair.size() == 2 && NodeJson.string(pair.get(0)).equals(type))
        .filter(pair -> pair.get(1) instanceof JsonObject)
        .map(pair -> pair.getJsonObject(1))
        .findFirst();
  }
}
