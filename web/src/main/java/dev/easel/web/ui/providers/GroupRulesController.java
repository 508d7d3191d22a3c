package dev.easel.web.ui.providers;

import dev.easel.domain.identity.Caller;
import dev.easel.service.sso.ProviderDesk;
import dev.easel.service.sso.Rehearsal;
import dev.easel.service.sso.Rehearsals;
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
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the groups of a provider give: entered, taken back, tried. */
@Controller
@RequestScoped
@Path("operate/sign-in/{slug}")
@Produces("text/html;charset=UTF-8")
public class GroupRulesController {

  private static final int LONGEST_CLAIMS = 32_000;

  @Inject ProviderDesk desk;
  @Inject Rehearsals rehearsals;
  @Inject ProviderPages pages;
  @Inject Corrections corrections;
  @Inject Visit visit;
  @Inject Models models;

  @PathParam("slug")
  private String slug;

  /** A place of {@code operator} stands for the right to run the server. */
  @POST
  @Path("rules")
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
  @Path("rules/{rule}/remove")
  public Response remove(@PathParam("rule") String rule) {
    Caller caller = visit.requireOperator();
    return corrections.after(
        () -> desk.removeRule(caller, slug, rule), Map.of(), () -> pages.one(slug));
  }

  /** Nothing of what is tried is kept; groups one on each line. */
  @POST
  @Path("dry-run")
  public Response rehearse(@FormParam("claims") String claims, @FormParam("groups") String groups) {
    visit.requireOperator();
    models.put("typedClaims", text(claims));
    models.put("typedGroups", text(groups));
    Response answer =
        corrections.after(
            () -> models.put("rehearsal", rehearse(text(claims), names(text(groups)))),
            Map.of(),
            () -> pages.one(slug));
    models.put("done", false); // nothing was changed
    return answer;
  }

  private Rehearsal rehearse(String claims, Set<String> groups) {
    return claims.isBlank() ? rehearsals.ofGroups(slug, groups) : rehearsals.ofClaims(slug, claims);
  }

  private static Set<String> names(String lines) {
    return lines
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.toSet());
  }

  private static String text(String sent) {
    String text = sent == null ? "" : sent;
    return text.length() > LONGEST_CLAIMS ? text.substring(0, LONGEST_CLAIMS) : text;
  }
}
