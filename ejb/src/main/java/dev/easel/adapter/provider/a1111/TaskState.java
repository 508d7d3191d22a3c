package dev.easel.adapter.provider.a1111;

import dev.easel.adapter.provider.NodeJson;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/**
 * How a node says a job of ours stands.
 *
 * @param active it is the one that runs
 * @param queued it waits for its turn
 * @param progress 0–1
 * @param preview an image as text, empty if there is no new one
 * @param previewId to be told when the next is asked for
 */
record TaskState(boolean active, boolean queued, double progress, String preview, int previewId) {

  static final TaskState NONE = new TaskState(false, false, 0, "", -1);

  static TaskState of(JsonObject json) {
    return new TaskState(
        json.get("active") == JsonValue.TRUE,
        json.get("queued") == JsonValue.TRUE,
        Math.min(1, Math.max(0, NodeJson.number(json, "progress"))),
        NodeJson.string(json, "live_preview"),
        (int) NodeJson.number(json, "id_live_preview"));
  }
}
