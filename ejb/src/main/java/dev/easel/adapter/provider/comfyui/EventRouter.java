package dev.easel.adapter.provider.comfyui;

import dev.easel.adapter.provider.NodeJson;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Finds out whose the events of a node are, and tells those who listen. */
final class EventRouter {

  private final Map<String, JobHints> jobs = new ConcurrentHashMap<>();

  /** Previews without metadata, and events of some versions, do not say whose they are. */
  private volatile String executing = "";

  /** The later listener to a job takes the place of the earlier. */
  void add(JobHints hints) {
    jobs.put(hints.upstreamId(), hints);
  }

  void remove(JobHints hints) {
    jobs.remove(hints.upstreamId(), hints);
  }

  boolean isEmpty() {
    return jobs.isEmpty();
  }

  Optional<JobHints> find(String upstreamId) {
    return Optional.ofNullable(jobs.get(upstreamId));
  }

  /** Events may have been missed, for whatever reason. */
  void lookAll() {
    jobs.values().forEach(JobHints::look);
  }

  void text(String message) {
    NodeJson.parse(message)
        .ifPresent(json -> event(NodeJson.string(json, "type"), NodeJson.child(json, "data")));
  }

  private void event(String type, JsonObject data) {
    String named = NodeJson.string(data, "prompt_id");
    String promptId = named.isEmpty() ? executing : named;
    if (!named.isEmpty() && (type.equals("execution_start") || type.equals("executing"))) {
      executing = named;
    }
    JobHints hints = jobs.get(promptId);
    if (hints == null) {
      return;
    }
    hints.event(type, data);
    // Only now the node has written its history.
    if (type.equals("executing") && data.get("node") == JsonValue.NULL) {
      executing = "";
      hints.look();
    }
  }

  void binary(ByteBuffer frame) {
    PreviewFrame.of(frame)
        .ifPresent(
            preview -> {
              String id = preview.promptId().isEmpty() ? executing : preview.promptId();
              JobHints hints = jobs.get(id);
              if (hints != null) {
                hints.preview(preview);
              }
            });
  }
}
