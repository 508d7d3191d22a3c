package dev.easel.web.health;

import dev.easel.domain.generation.GenerationQueue;
import dev.easel.domain.shared.DatabasePool;
import dev.easel.service.generation.RunningRenders;
import dev.easel.service.health.Checkup;
import dev.easel.service.health.Readiness;
import dev.easel.service.ledger.audit.LedgerWatch;
import dev.easel.web.api.EventStream;
import dev.easel.web.api.WireJson;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code GET /health}: readiness and how busy this server is, for people who look. */
@WebServlet("/health")
public class HealthServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private static final int DEEPEST = 100_000;

  @Inject transient Readiness readiness;
  @Inject transient GenerationQueue queue;
  @Inject transient RunningRenders running;
  @Inject transient EventStream streams;
  @Inject transient LedgerWatch ledger;
  @Inject transient Checkup checkup;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Map<String, String> checks = readiness.check();
    boolean up = checks.values().stream().allMatch("up"::equals);
    JsonObjectBuilder parts = WireJson.object();
    checks.forEach(parts::add);
    long uptime = ManagementFactory.getRuntimeMXBean().getUptime();
    JsonObjectBuilder overview =
        WireJson.object()
            .add("status", up ? "ready" : "not ready")
            .add("checks", parts)
            .add("uptime_seconds", TimeUnit.MILLISECONDS.toSeconds(uptime))
            .add("renders_running", running.count())
            .add("event_streams", streams.count());
    checkup.connections().ifPresent(pool -> overview.add("database_pool", pool(pool)));
    if ("up".equals(checks.get("database"))) {
      overview.add("queue_depth", queue.depth(DEEPEST)).add("ledger", books());
    }
    HealthAnswers.json(response, up ? 200 : 503, overview.build().toString());
  }

  private static JsonObjectBuilder pool(DatabasePool.Figures pool) {
    return WireJson.object()
        .add("in_use", pool.inUse())
        .add("free", pool.free())
        .add("most", pool.most())
        .add("waiting", pool.waiting());
  }

  /** A warning, never a reason to be not ready: ops/decisions/0021. */
  private JsonObjectBuilder books() {
    LedgerWatch.Verdict verdict = ledger.verdict();
    return WireJson.object()
        .add("status", verdict.status())
        .add("findings", verdict.findings())
        .add("audited_at", WireJson.time(verdict.auditedAt()));
  }
}
