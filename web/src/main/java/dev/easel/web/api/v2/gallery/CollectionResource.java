package dev.easel.web.api.v2.gallery;

import dev.easel.domain.identity.Scope;
import dev.easel.domain.limit.RequestKind;
import dev.easel.domain.shared.Page;
import dev.easel.service.gallery.CollectionDesk;
import dev.easel.service.gallery.CollectionView;
import dev.easel.web.api.CountsAs;
import dev.easel.web.api.CurrentCaller;
import dev.easel.web.api.JsonInput;
import dev.easel.web.api.Links;
import dev.easel.web.api.ListJson;
import dev.easel.web.api.Needs;
import dev.easel.web.api.QueryReader;
import dev.easel.web.api.WireJson;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
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
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Collections, each by its id or its slug. Source: seed 001 "Collections", C18. */
@RequestScoped
@Path("collections")
@Produces(MediaType.APPLICATION_JSON)
@Needs(Scope.GALLERY_WRITE)
public class CollectionResource {

  private static final Pattern ID = Pattern.compile("coll_[0-9a-f]{24}");
  private static final int USUAL_LIMIT = 50;
  private static final int MOST_LIMIT = 200;

  @Inject CollectionDesk desk;
  @Inject GalleryJson views;
  @Inject CurrentCaller caller;
  @Inject Links links;
  @Context HttpServletRequest request;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response create(JsonInput sent) {
    CollectionView made = desk.create(caller.get(), CollectionBody.wish(sent, true));
    String at = links.base(request) + "/api/v2/collections/" + made.collection().id();
    return Response.status(Response.Status.CREATED)
        .location(URI.create(at))
        .entity(json(made))
        .build();
  }

  @GET
  @Needs(Scope.GALLERY_READ)
  public JsonObject list(@QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
    QueryReader reader = new QueryReader();
    Optional<String> after = reader.after("cursor", cursor, ID);
    int size = reader.number("limit", limit, USUAL_LIMIT, MOST_LIMIT);
    reader.check();
    Page<CollectionView> page = desk.list(caller.get(), after, size);
    String base = links.base(request);
    return ListJson.of("collections", page, size, view -> views.collection(view, base));
  }

  @GET
  @Path("{id}")
  @Needs(Scope.GALLERY_READ)
  public JsonObject get(@PathParam("id") String id) {
    return json(desk.get(caller.get(), id));
  }

  @PATCH
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @CountsAs(RequestKind.READ)
  public JsonObject change(@PathParam("id") String id, JsonInput sent) {
    return json(desk.change(caller.get(), id, CollectionBody.wish(sent, false)));
  }

  /** Its items stay in the gallery. */
  @DELETE
  @Path("{id}")
  @CountsAs(RequestKind.READ)
  public void remove(@PathParam("id") String id) {
    desk.remove(caller.get(), id);
  }

  @POST
  @Path("{id}/items")
  @Consumes(MediaType.APPLICATION_JSON)
  @CountsAs(RequestKind.READ)
  public JsonObject put(@PathParam("id") String id, JsonInput sent) {
    return json(desk.put(caller.get(), id, CollectionBody.items(sent)));
  }

  @DELETE
  @Path("{id}/items/{item}")
  @CountsAs(RequestKind.READ)
  public JsonObject take(@PathParam("id") String id, @PathParam("item") String item) {
    return json(desk.take(caller.get(), id, List.of(item)));
  }

  private JsonObject json(CollectionView view) {
    return WireJson.object().add("collection", views.collection(view, links.base(request))).build();
  }
}
