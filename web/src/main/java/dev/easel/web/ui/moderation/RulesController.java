package dev.easel.web.ui.moderation;

import dev.easel.domain.identity.Caller;
import dev.easel.domain.moderation.ModerationRule;
import dev.easel.service.moderation.RuleDesk;
import dev.easel.web.api.JsonInput;
import dev.easel.web.api.v2.admin.ModerationRuleJson;
import dev.easel.web.ui.Corrections;
import dev.easel.web.ui.FormBody;
import dev.easel.web.ui.session.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.Optional;

/** The rules prompts are judged by: made, changed, switched off, tried. */
@Controller
@RequestScoped
@Path("operate/moderation")
@Produces("text/html;charset=UTF-8")
public class RulesController {

  @Inject RuleDesk desk;
  @Inject RulePages pages;
  @Inject Corrections corrections;
  @Inject Visit visit;
  @Inject Models models;
  @Context UriInfo uri;

  @GET
  public String list(@QueryParam("after") String after) {
    visit.requireOperator();
    return pages.list(Optional.ofNullable(after));
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response create(MultivaluedMap<String, String> sent) {
    Caller caller = visit.requireOperator();
    FormBody form = new FormBody(sent);
    return corrections.after(
        () -> desk.create(caller, ModerationRuleJson.read(body(form))),
        form.fields(),
        () -> pages.list(Optional.empty()));
  }

  /** Nothing of what is tried is kept. */
  @POST
  @Path("try")
  public String test(@FormParam("prompt") String prompt) {
    visit.requireOperator();
    String tried = prompt == null ? "" : prompt;
    models.put("tried", tried);
    models.put("trial", desk.test(tried));
    return pages.list(Optional.empty());
  }

  @GET
  @Path("{id: mod_.+}")
  public String one(@PathParam("id") String id) {
    visit.requireOperator();
    return pages.one(desk.get(id));
  }

  @POST
  @Path("{id: mod_.+}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response change(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
    Caller caller = visit.requireOperator();
    FormBody form = new FormBody(sent);
    return corrections.after(
        () -> {
          JsonInput body = body(form.numbers("version"));
          Optional<Long> version = ModerationRuleJson.version(body);
          desk.change(caller, id, version, old -> ModerationRuleJson.read(body, old));
        },
        form.fields(),
        () -> pages.one(desk.get(id)));
  }

  /** Lets a rule count, or not. */
  @POST
  @Path("{id: mod_.+}/switch")
  public Response toggle(@PathParam("id") String id, @FormParam("on") String on) {
    Caller caller = visit.requireOperator();
    boolean enabled = "true".equals(on);
    return corrections.after(
        () -> desk.change(caller, id, Optional.empty(), old -> switched(old, enabled)),
        Map.of(),
        () -> pages.list(Optional.empty()));
  }

  @POST
  @Path("{id: mod_.+}/remove")
  public Response remove(@PathParam("id") String id) {
    desk.remove(visit.requireOperator(), id);
    return Response.seeOther(uri.getBaseUriBuilder().path("operate/moderation").build()).build();
  }

  private static JsonInput body(FormBody form) {
    return form.texts("kind", "text", "reason", "level")
        .clearable("suggestion")
        .flags("enabled")
        .input();
  }

  private static ModerationRule.Terms switched(ModerationRule.Terms old, boolean enabled) {
    return new ModerationRule.Terms(
        old.kind(), old.text(), old.reason(), old.level(), old.suggestion(), enabled);
  }
}
