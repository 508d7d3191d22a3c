package dev.easel.web.health;

import dev.easel.service.health.Meters;
import dev.easel.service.ledger.audit.LedgerWatch;
import dev.easel.web.api.EventStream;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;

/** {@code GET /metrics} for Prometheus; numbers only, so no key is asked for. */
@WebServlet(value = "/metrics", loadOnStartup = 1)
public class MetricsServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient Meters meters;
  @Inject transient EventStream streams;
  @Inject transient LedgerWatch ledger;
  @Inject transient Clock clock;

  @Override
  public void init() {
    meters.gauge("easel_event_streams", "Event streams open on this server", streams::count);
    meters.gauge(
        "easel_ledger_findings",
        "Discrepancies the last audit of the ledger found",
        () -> Math.toIntExact(ledger.verdict().findings()));
    meters.gauge(
        "easel_ledger_audit_age_seconds",
        "Seconds since the last audit of the ledger, -1 before the first",
        this::auditAge);
  }

  private int auditAge() {
    return ledger
        .verdict()
        .auditedAt()
        .map(then -> Math.toIntExact(Duration.between(then, clock.instant()).toSeconds()))
        .orElse(-1);
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    HealthAnswers.send(response, 200, Meters.MEDIA_TYPE, meters.text());
  }
}
