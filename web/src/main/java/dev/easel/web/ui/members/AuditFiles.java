package dev.easel.web.ui.members;

import dev.easel.domain.audit.AuditQuery;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.Scope;
import dev.easel.service.audit.AuditTrail;
import dev.easel.web.api.v2.AuditFile;
import dev.easel.web.api.v2.AuditParameters;
import dev.easel.web.ui.session.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** What was changed in the tenant, all of it, as a file. */
@RequestScoped
@Path("audit-files")
public class AuditFiles {

  @Inject AuditTrail audit;
  @Inject Visit visit;

  @GET
  @Path("easel-audit.csv")
  public Response csv(@BeanParam AuditParameters wanted) {
    return file(AuditFile.CSV, wanted);
  }

  @GET
  @Path("easel-audit.jsonl")
  public Response jsonLines(@BeanParam AuditParameters wanted) {
    return file(AuditFile.JSONL, wanted);
  }

  private Response file(AuditFile file, AuditParameters wanted) {
    visit.require(Scope.KEYS_MANAGE);
    Caller caller = visit.caller(); // the request is over while the file is written
    AuditQuery query = wanted.query();
    return file.answer(after -> audit.list(caller, query, after, AuditFile.AT_ONCE));
  }
}
