package dev.easel.web.ui.members;

import dev.easel.domain.audit.AuditEntry;
import dev.easel.domain.identity.Scope;
import dev.easel.domain.shared.Page;
import dev.easel.service.audit.AuditTrail;
import dev.easel.web.api.v2.AuditParameters;
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

/** What was changed in the tenant, by whom and from where. */
@Controller
@RequestScoped
@Path("audit")
@Produces("text/html;charset=UTF-8")
public class AuditController {

  private static final int AT_ONCE = 50;

  @Inject AuditTrail audit;
  @Inject Visit visit;
  @Inject Models models;

  @GET
  public String show(@BeanParam AuditParameters wanted, @QueryParam("after") String after) {
    visit.require(Scope.KEYS_MANAGE);
    Page<AuditEntry> page =
        audit.list(visit.caller(), wanted.query(), Optional.ofNullable(after), AT_ONCE);
    models.put("entries", page.items());
    models.put("next", page.next().orElse(null));
    models.put("fields", wanted.fields());
    return "members/audit.html";
  }
}
