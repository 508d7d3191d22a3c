package dev.easel.web.ui.providers;

import dev.easel.domain.identity.Caller;
import dev.easel.service.sso.ProviderDesk;
import dev.easel.web.api.v2.admin.IdentityProviderBody;
import dev.easel.web.ui.Corrections;
import dev.easel.web.ui.FormBody;
import dev.easel.web.ui.session.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** What the groups of a provider give: entered and taken back. */
@Controller
@RequestScoped
@Path("operate/sign-in/{slug}/rules")
@Produces("text/html;charset=UTF-8")
public class GroupRulesController {

  @Inject ProviderDesk desk;
  @Inject ProviderPages pages;
  @Inject Corrections corrections;
  @Inject Visit visit;
  @Inject Models models;

  @PathParam("slug")
  private String slug;

  /** A place of {@code operator} stands for the right to run the server. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response add(MultivaluedMap<String, String> sent) {
    Caller caller = visit.requireOperator();
    FormBody form = new FormBody(sent).texts("group");
    if (form.text("tenant_id").equals("operator")) {
      form.member("operator", JsonValue.TRUE);
    } else {
      form.texts("tenant_id", "role");
    }
    models.put("typedGroup", form.text("group"));
    return corrections.after(
        () -> desk.addRule(caller, slug, IdentityProviderBody.rule(form.input())),
        Map.of(),
        () -> pages.one(slug));
  }

  @POST
  @Path("{rule}/remove")
  public Response remove(@PathParam("rule") String rule) {
    Caller caller = visit.requireOperator();
    return corrections.after(
        () -> desk.removeRule(caller, slug, rule), Map.of(), () -> pages.one(slug));
  }
}
