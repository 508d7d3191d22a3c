package dev.easel.web.ui.changes;

import dev.easel.domain.audit.AuditEntry;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.Page;
import dev.easel.service.audit.AuditTrail;
import dev.easel.web.ui.session.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;

/** What was changed on this server, in whichever tenant. */
@Controller
@RequestScoped
@Path("operate/changes")
@Produces("text/html;charset=UTF-8")
public class ChangesController {

  private static final int AT_ONCE = 50;

  @Inject AuditTrail audit;
  @Inject Visit visit;
  @Inject Models models;

  @GET
  public String show(@BeanParam ChangesFilter filter, @QueryParam("after") String after) {
    Caller caller = visit.requireOperator();
    Page<AuditEntry> page =
        audit.search(caller, filter.query(), Optional.ofNullable(after), AT_ONCE);
    models.put("entries", page.items());
    models.put("next", page.next().orElse(null));
    models.put("fields", filter.fields());
    return "changes/index.html";
  }
}
