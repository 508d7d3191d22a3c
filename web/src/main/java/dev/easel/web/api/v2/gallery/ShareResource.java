package dev.easel.web.api.v2.gallery;

import dev.easel.domain.gallery.GalleryShare;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.Scope;
import dev.easel.domain.limit.RequestKind;
import dev.easel.domain.shared.Page;
import dev.easel.service.gallery.ShareDesk;
import dev.easel.service.gallery.ShareWish;
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
import jakarta.json.JsonObjectBuilder;
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
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses under which strangers see what a tenant shares with them. */
@RequestScoped
@Path("gallery/shares")
@Produces(MediaType.APPLICATION_JSON)
@Needs(Scope.GALLERY_WRITE)
public class ShareResource {

  private static final Pattern ID = Pattern.compile("shr_[0-9a-f]{24}");
  private static final int USUAL_LIMIT = 50;
  private static final int MOST_LIMIT = 200;

  @Inject ShareDesk desk;
  @Inject CurrentCaller caller;
  @Inject Links links;
  @Inject Clock clock;
  @Context HttpServletRequest request;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response create(JsonInput sent) {
    ShareBody body = new ShareBody(sent, clock.instant());
    Optional<String> item = body.item();
    ShareWish wish = body.wish();
    Caller who = caller.get();
    GalleryShare made =
        item.isPresent()
            ? desk.item(who, item.get(), wish)
            : desk.collection(who, body.collection(), wish);
    return Response.status(Response.Status.CREATED)
        .location(URI.create(links.base(request) + "/api/v2/gallery/shares/" + made.id()))
        .entity(json(made))
        .build();
  }

  @GET
  public JsonObject list(@QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
    QueryReader reader = new QueryReader();
    Optional<String> after = reader.after("cursor", cursor, ID);
    int size = reader.number("limit", limit, USUAL_LIMIT, MOST_LIMIT);
    reader.check();
    Page<GalleryShare> page = desk.list(caller.get(), after, size);
    return ListJson.of("shares", page, size, this::share);
  }

  @GET
  @Path("{id}")
  public JsonObject get(@PathParam("id") String id) {
    return json(desk.get(caller.get(), id));
  }

  @PATCH
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @CountsAs(RequestKind.READ)
  public JsonObject change(@PathParam("id") String id, JsonInput sent) {
    return json(desk.change(caller.get(), id, new ShareBody(sent, clock.instant()).change()));
  }

  /** Nobody sees anything under its address any more. */
  @DELETE
  @Path("{id}")
  @CountsAs(RequestKind.READ)
  public void remove(@PathParam("id") String id) {
    desk.remove(caller.get(), id);
  }

  private JsonObject json(GalleryShare share) {
    return WireJson.object().add("share", share(share)).build();
  }

  private JsonObjectBuilder share(GalleryShare share) {
    return WireJson.object()
        .add("id", share.id())
        .add("token", share.token())
        .add("url", links.base(request) + "/app/shared/" + share.token())
        .add("api_url", links.base(request) + "/api/v2/shared/" + share.token())
        .add("item_id", WireJson.text(share.itemId()))
        .add("collection_id", WireJson.text(share.collectionId()))
        .add("has_password", share.passwordHash().isPresent())
        .add("expires_at", WireJson.time(share.expiresAt()))
        .add("is_over", share.isOver(clock.instant()))
        .add("allow_download", share.allowsDownload())
        .add("show_metadata", share.showsMetadata())
        .add("created_at", WireJson.time(share.createdAt()));
  }
}
