package dev.easel.web.api.v2.admin;

import dev.easel.domain.batch.BatchRun;
import dev.easel.domain.ledger.audit.Discrepancy;
import dev.easel.domain.ledger.audit.LedgerFinding;
import dev.easel.service.ledger.audit.LedgerWatch.Report;
import dev.easel.web.api.WireJson;
import jakarta.json.JsonObjectBuilder;

/** Runs of batch jobs and findings, as administrators read them. */
final class BatchRunJson {

  private BatchRunJson() {}

  static JsonObjectBuilder run(BatchRun run) {
    return WireJson.object()
        .add("id", run.id())
        .add("job", run.jobName())
        .add("status", run.state().wire())
        .add("claims", run.fence())
        .add("server", WireJson.text(run.owner()))
        .add("stop_requested", run.stopRequested())
        .add("items", items(run))
        .add("error", WireJson.text(run.error()))
        .add("created_at", WireJson.time(run.createdAt()))
        .add("started_at", WireJson.time(run.startedAt()))
        .add("ended_at", WireJson.time(run.endedAt()));
  }

  private static JsonObjectBuilder items(BatchRun run) {
    return WireJson.object()
        .add("total", run.itemsTotal())
        .add("done", run.itemsDone())
        .add("failed", run.itemsFailed());
  }

  static JsonObjectBuilder report(Report report) {
    return WireJson.object()
        .add("run", run(report.run()))
        .add("count", report.count())
        .add("findings", WireJson.array(report.findings(), BatchRunJson::finding));
  }

  private static JsonObjectBuilder finding(LedgerFinding finding) {
    Discrepancy what = finding.discrepancy();
    return WireJson.object()
        .add("check", what.check())
        .add("subject", what.subject())
        .add("expected", what.expected())
        .add("found", what.found())
        .add("created_at", WireJson.time(finding.createdAt()));
  }
}
