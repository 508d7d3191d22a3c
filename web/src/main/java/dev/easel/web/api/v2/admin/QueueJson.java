package dev.easel.web.api.v2.admin;

import dev.easel.domain.dispatch.Halt;
import dev.easel.domain.dispatch.QueueEntry;
import dev.easel.domain.generation.Operation;
import dev.easel.service.dispatch.QueueItem;
import dev.easel.service.dispatch.QueueTally;
import dev.easel.web.api.WireJson;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The queue as operators see it. */
final class QueueJson {

  private QueueJson() {}

  static JsonObjectBuilder of(QueueItem item) {
    QueueEntry entry = item.entry();
    return WireJson.object()
        .add("id", entry.generationId())
        .add("tenant_id", entry.tenantId())
        .add("model", entry.modelId())
        .add("operation", operation(entry))
        .add("lane", entry.lane())
        .add("line", wire(entry.line()))
        .add("waiting_reason", WireJson.text(item.reason()))
        .add("place", WireJson.number(item.place()))
        .add("expedited", entry.expedited())
        .add("node_id", WireJson.text(entry.nodeId()))
        .add("created_at", WireJson.time(entry.since()))
        .add("age_seconds", item.ageSeconds());
  }

  static JsonObjectBuilder of(QueueTally tally, List<Halt> halts) {
    return WireJson.object()
        .add("waiting", tally.waiting())
        .add("running", tally.running())
        .add("by_lane", counts(tally.waitingBy(count -> count.group().lane())))
        .add("by_reason", counts(tally.waitingBy(count -> count.reason().orElseThrow())))
        .add("by_model", counts(tally.waitingBy(count -> count.group().modelId())))
        .add("by_tenant", counts(tally.waitingBy(count -> count.group().tenantId())))
        .add("pauses", WireJson.array(halts, QueueJson::of));
  }

  static JsonObjectBuilder of(Halt halt) {
    return WireJson.object()
        .add("scope", halt.scope().name().toLowerCase(Locale.ROOT))
        .add("subject", halt.subject().isEmpty() ? JsonValue.NULL : WireJson.text(halt.subject()))
        .add("note", halt.note())
        .add("paused_by", WireJson.text(halt.by()))
        .add("paused_at", WireJson.time(halt.since()));
  }

  /** Rows older than the column have none. */
  private static JsonValue operation(QueueEntry entry) {
    return entry.operation().isEmpty()
        ? JsonValue.NULL
        : WireJson.text(Operation.valueOf(entry.operation()).capability().wire());
  }

  static String wire(QueueEntry.Line line) {
    return line.name().toLowerCase(Locale.ROOT);
  }

  private static JsonObjectBuilder counts(Map<String, Long> counts) {
    JsonObjectBuilder object = WireJson.object();
    counts.forEach(object::add);
    return object;
  }
}
