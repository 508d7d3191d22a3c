package dev.easel.web.ui.changes;

import dev.easel.domain.audit.AuditEntry;
import dev.easel.domain.audit.AuditQuery;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.Page;
import dev.easel.service.audit.AuditTrail;
import dev.easel.web.api.Csv;
import dev.easel.web.ui.session.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** The changes that match, as a file, the newest {@value #MOST} of them. */
@RequestScoped
@Path("operate/easel-changes.csv")
public class ChangesFiles {

  static final int MOST = 10_000;
  private static final int AT_ONCE = 1000;

  @Inject AuditTrail audit;
  @Inject Visit visit;

  @GET
  public Response csv(@BeanParam ChangesFilter filter) {
    Caller caller = visit.requireOperator();
    AuditQuery query = filter.query();
    Csv csv =
        new Csv().row("when", "tenant", "who", "user", "key", "what", "which", "detail", "from");
    Optional<String> after = Optional.empty();
    int rows = 0;
    do {
      Page<AuditEntry> page = audit.search(caller, query, after, AT_ONCE);
      page.items().forEach(entry -> csv.row(cells(entry)));
      rows += page.items().size();
      after = page.next();
    } while (after.isPresent() && rows < MOST);
    return Response.ok(csv.toString(), Csv.MEDIA_TYPE)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"easel-changes.csv\"")
        .build();
  }

  private static Object[] cells(AuditEntry entry) {
    return new Object[] {
      entry.createdAt().toString(),
      entry.tenantId().orElse(null),
      entry.actor(),
      entry.userId().orElse(null),
      entry.keyId().orElse(null),
      entry.action(),
      entry.target(),
      entry.detail(),
      entry.address()
    };
  }
}
