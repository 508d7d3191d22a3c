package dev.easel.web.api.v2.admin;

import dev.easel.domain.identity.Scope;
import dev.easel.domain.moderation.ModerationRule;
import dev.easel.domain.shared.Page;
import dev.easel.service.moderation.RuleDesk;
import dev.easel.web.api.CurrentCaller;
import dev.easel.web.api.JsonInput;
import dev.easel.web.api.ListJson;
import dev.easel.web.api.Needs;
import dev.easel.web.api.QueryReader;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.regex.Pattern;

/** The operator's rules of what prompts may not contain. */
@RequestScoped
@Path("admin/moderation/rules")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Needs(Scope.ADMIN)
public class ModerationRuleResource {

  private static final int USUAL_LIMIT = 100;
  private static final int MOST_LIMIT = 500;
  private static final Pattern RULE_ID = Pattern.compile("mod_[0-9a-z_]{1,36}");

  @Inject RuleDesk desk;
  @Inject CurrentCaller caller;
  @Context UriInfo uri;

  @GET
  public JsonObject list(@QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
    QueryReader reader = new QueryReader();
    var after = reader.after("cursor", cursor, RULE_ID);
    int most = reader.number("limit", limit, USUAL_LIMIT, MOST_LIMIT);
    reader.check();
    Page<ModerationRule> page = desk.list(after, most);
    return ListJson.of("rules", page, most, ModerationRuleJson::of);
  }

  @POST
  public Response create(JsonInput given) {
    ModerationRule made =
        desk.create(caller.get(), ModerationRuleJson.read(JsonInput.required(given)));
    return Response.created(uri.getAbsolutePathBuilder().path(made.id()).build())
        .entity(ModerationRuleJson.of(made).build())
        .build();
  }

  @GET
  @Path("{id}")
  public JsonObject get(@PathParam("id") String id) {
    return ModerationRuleJson.of(desk.get(id)).build();
  }

  @PATCH
  @Path("{id}")
  public JsonObject change(@PathParam("id") String id, JsonInput given) {
    JsonInput body = JsonInput.required(given);
    ModerationRule changed =
        desk.change(
            caller.get(),
            id,
            ModerationRuleJson.version(body),
            old -> ModerationRuleJson.read(body, old));
    return ModerationRuleJson.of(changed).build();
  }

  @DELETE
  @Path("{id}")
  public void remove(@PathParam("id") String id) {
    desk.remove(caller.get(), id);
  }
}
