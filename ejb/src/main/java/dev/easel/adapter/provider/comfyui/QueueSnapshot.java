package dev.easel.adapter.provider.comfyui;

import dev.easel.adapter.provider.NodeJson;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a node works on and what waits there.
 *
 * @param running at most one in all versions known
 * @param pending in no particular order
 */
record QueueSnapshot(List<Item> running, List<Item> pending) {

  /**
   * @param number the node's count, by which it picks: less comes first
   */
  record Item(double number, String promptId, ComfyGraph graph) {}

  static QueueSnapshot of(JsonObject queue) {
    return new QueueSnapshot(
        items(NodeJson.list(queue, "queue_running")), items(NodeJson.list(queue, "queue_pending")));
  }

  private static List<Item> items(JsonArray entries) {
    List<Item> items = new ArrayList<>();
    for (JsonValue value : entries) {
      if (value instanceof JsonArray entry
          && entry.size() > 2
          && entry.get(0) instanceof JsonNumber number
          && entry.get(2) instanceof JsonObject graph) {
        String id = NodeJson.string(entry.get(1));
        items.add(new Item(number.doubleValue(), id, new ComfyGraph(graph)));
      }
    }
    return items;
  }

  Optional<Item> running(String promptId) {
    return running.stream().filter(item -> item.promptId().equals(promptId)).findFirst();
  }

  /** How many come before a prompt that waits; empty if it does not wait here. */
  OptionalInt ahead(String promptId) {
    Optional<Item> ours =
        pending.stream().filter(item -> item.promptId().equals(promptId)).findFirst();
    if (ours.isEmpty()) {
      return OptionalInt.empty();
    }
    double number = ours.get().number();
    long before = pending.stream().filter(item -> item.number() < number).count();
    return OptionalInt.of(running.size() + (int) before);
  }
}
