package dev.easel.web.api.v2.admin;

import dev.easel.domain.identity.Scope;
import dev.easel.service.batch.BatchRuns;
import dev.easel.service.ledger.audit.LedgerAudit;
import dev.easel.service.ledger.audit.LedgerRebuild;
import dev.easel.service.ledger.audit.LedgerWatch;
import dev.easel.web.api.Needs;
import dev.easel.web.api.WireJson;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Proof that the books are right, asked for by hand, and balances put right from the entries. */
@RequestScoped
@Path("admin/ledger")
@Produces(MediaType.APPLICATION_JSON)
@Needs(Scope.ADMIN)
public class LedgerAuditResource {

  @Inject BatchRuns runs;
  @Inject LedgerWatch watch;

  @POST
  @Path("audit")
  public Response audit() {
    return accepted(LedgerAudit.NAME);
  }

  /** The last audit that came to its end, and the last rebuild. */
  @GET
  @Path("audit")
  public JsonObject last() {
    return WireJson.object()
        .add("status", watch.verdict().status())
        .add("audit", json(watch.lastAudit()))
        .add("rebuild", json(watch.lastRebuild()))
        .build();
  }

  @POST
  @Path("rebuild")
  public Response rebuild() {
    return accepted(LedgerRebuild.NAME);
  }

  private Response accepted(String job) {
    return Response.accepted(
            WireJson.object().add("run", BatchRunJson.run(runs.request(job))).build())
        .build();
  }

  private static JsonValue json(Optional<LedgerWatch.Report> report) {
    return report.<JsonValue>map(r -> BatchRunJson.report(r).build()).orElse(JsonValue.NULL);
  }
}
