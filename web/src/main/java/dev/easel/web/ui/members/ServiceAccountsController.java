package dev.easel.web.ui.members;

import dev.easel.service.member.ServiceAccounts;
import dev.easel.service.session.Visitor;
import dev.easel.web.ui.Corrections;
import dev.easel.web.ui.session.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** Members of the tenant without a person. Their roles and their end are those of all members. */
@Controller
@RequestScoped
@Path("service-accounts")
@Produces("text/html;charset=UTF-8")
public class ServiceAccountsController {

  @Inject ServiceAccounts accounts;
  @Inject MembersPage page;
  @Inject Corrections corrections;
  @Inject Visit visit;

  @POST
  public Response create(@FormParam("name") String name, @FormParam("role") String role) {
    return after(() -> accounts.create(visitor(), text(name), MembersPage.role(role)));
  }

  @POST
  @Path("{id}/name")
  public Response rename(@PathParam("id") String id, @FormParam("name") String name) {
    return after(() -> accounts.rename(visitor(), id, text(name)));
  }

  private Response after(Runnable change) {
    return corrections.after(change, Map.of(), page::show);
  }

  private Visitor visitor() {
    return visit.visitor().orElseThrow();
  }

  private static String text(String sent) {
    return sent == null ? "" : sent;
  }
}
