package dev.easel.web.api.v2.admin;

import dev.easel.domain.identity.Scope;
import dev.easel.domain.node.NodeTerms;
import dev.easel.domain.node.Wish;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Page;
import dev.easel.service.catalog.CatalogService;
import dev.easel.service.node.NodeDesk;
import dev.easel.service.node.NodeView;
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
import java.util.Optional;

/** The rendering nodes: registered, watched and taken out of service by administrators. */
@RequestScoped
@Path("admin/nodes")
@Produces(MediaType.APPLICATION_JSON)
@Needs(Scope.ADMIN)
public class NodesResource {

  private static final int USUAL_LIMIT = 50;
  private static final int MOST_LIMIT = 200;

  @Inject NodeDesk desk;
  @Inject CatalogService catalog;
  @Inject CurrentCaller caller;
  @Context UriInfo uri;

  @GET
  public JsonObject list(@QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
    QueryReader reader = new QueryReader();
    Optional<String> after = reader.after("cursor", cursor, NodeTerms.NAME);
    int most = reader.number("limit", limit, USUAL_LIMIT, MOST_LIMIT);
    reader.check();
    Page<NodeView> page = desk.list(after, most);
    return ListJson.of("nodes", page, most, NodeJson::of);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response add(JsonInput sent) {
    NodeView made = desk.add(caller.get(), body(sent).wish());
    return Response.created(uri.getAbsolutePathBuilder().path(made.node().id()).build())
        .entity(NodeJson.of(made).build())
        .build();
  }

  @GET
  @Path("{id}")
  public JsonObject get(@PathParam("id") String id) {
    return NodeJson.of(desk.get(id)).build();
  }

  @GET
  @Path("{id}/inventory")
  public JsonObject inventory(@PathParam("id") String id) {
    return NodeJson.inventory(desk.get(id)).build();
  }

  @PATCH
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject change(@PathParam("id") String id, JsonInput sent) {
    NodeBody body = body(sent);
    Optional<Long> version = body.version();
    return NodeJson.of(desk.change(caller.get(), id, version, body.wish())).build();
  }

  @DELETE
  @Path("{id}")
  public void remove(@PathParam("id") String id, @QueryParam("force") String force) {
    QueryReader reader = new QueryReader();
    boolean forced =
        reader.choice("force", force, NodesResource::flag, "true, false").orElse(false);
    reader.check();
    desk.remove(caller.get(), id, forced);
  }

  private static Optional<Boolean> flag(String word) {
    return switch (word) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  @POST
  @Path("{id}/{wish:cordon|uncordon|drain|undrain}")
  public JsonObject wish(@PathParam("id") String id, @PathParam("wish") String word) {
    Wish wish =
        switch (word) {
          case "cordon" -> Wish.CORDONED;
          case "drain" -> Wish.DRAINING;
          default -> Wish.ACTIVE;
        };
    return NodeJson.of(desk.wish(caller.get(), id, wish)).build();
  }

  @POST
  @Path("{id}/probe")
  public JsonObject probe(@PathParam("id") String id) {
    return NodeJson.of(desk.probe(id)).build();
  }

  @POST
  @Path("{id}/canary")
  public JsonObject canary(@PathParam("id") String id) {
    return NodeJson.canary(desk.trial(id)).build();
  }

  @POST
  @Path("{id}/release")
  public JsonObject release(@PathParam("id") String id) {
    return NodeJson.of(desk.release(caller.get(), id)).build();
  }

  private NodeBody body(JsonInput sent) {
    return new NodeBody(sent, this::model);
  }

  /** By its own id, whatever alias was given. */
  private Optional<String> model(String name) {
    try {
      return Optional.of(catalog.current().get(name).model().id());
    } catch (FailureException e) {
      return Optional.empty();
    }
  }
}
