package dev.easel.web.api.v2.admin;

import dev.easel.domain.generation.Attempt;
import dev.easel.domain.generation.ErrorKind;
import dev.easel.domain.generation.Generation;
import dev.easel.service.generation.Failure;
import dev.easel.web.api.WireJson;
import jakarta.json.JsonObjectBuilder;
import java.util.Locale;

/** What failed, with what became of each attempt. */
final class FailureJson {

  private FailureJson() {}

  static JsonObjectBuilder of(Failure failure) {
    Generation failed = failure.generation();
    return WireJson.object()
        .add("id", failed.id())
        .add("tenant_id", failed.tenantId())
        .add("model", failed.modelId())
        .add("operation", failed.operation().capability().wire())
        .add("kind", WireJson.text(failed.errorKind().map(FailureJson::wire)))
        .add("message", WireJson.text(failed.errorMessage()))
        .add("attempts", WireJson.array(failure.attempts(), FailureJson::attempt))
        .add("created_at", WireJson.time(failed.createdAt()))
        .add("failed_at", WireJson.time(failed.completedAt()));
  }

  private static JsonObjectBuilder attempt(Attempt attempt) {
    return WireJson.object()
        .add("number", attempt.number())
        .add("adapter", attempt.adapter())
        .add("server", attempt.node())
        .add("node_id", WireJson.text(attempt.nodeId()))
        .add("outcome", WireJson.text(attempt.outcome()))
        .add("started_at", WireJson.time(attempt.startedAt()))
        .add("ended_at", WireJson.time(attempt.endedAt()));
  }

  static String wire(ErrorKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
