package dev.easel.web.api.v2.gallery;

import dev.easel.domain.identity.Scope;
import dev.easel.domain.limit.RequestKind;
import dev.easel.service.gallery.GalleryDesk;
import dev.easel.service.gallery.GalleryEntry;
import dev.easel.service.gallery.GalleryRemoval;
import dev.easel.service.gallery.ItemWish;
import dev.easel.service.gallery.SavedItem;
import dev.easel.web.api.CountsAs;
import dev.easel.web.api.CurrentCaller;
import dev.easel.web.api.JsonInput;
import dev.easel.web.api.Links;
import dev.easel.web.api.Needs;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** One item of the gallery. Source: seed 001 "Gallery Management", C18. */
@RequestScoped
@Path("gallery/items")
@Produces(MediaType.APPLICATION_JSON)
@Needs(Scope.GALLERY_WRITE)
public class GalleryItemResource {

  @Inject GalleryDesk desk;
  @Inject GalleryRemoval removal;
  @Inject GalleryJson views;
  @Inject Downloads downloads;
  @Inject CurrentCaller caller;
  @Inject Links links;
  @Context HttpServletRequest request;

  /** Filing an image again says anew what is said of it, so that it needs no idempotency key. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response save(JsonInput sent) {
    ItemBody body = new ItemBody(sent);
    String image = body.imageId();
    ItemWish wish = body.wish();
    SavedItem saved = desk.save(caller.get(), image, wish);
    String base = links.base(request);
    return Response.status(Response.Status.CREATED)
        .location(URI.create(base + "/api/v2/gallery/items/" + saved.entry().item().id()))
        .entity(views.saved(saved, base))
        .build();
  }

  /** Counts as a view, once for each user and day. */
  @GET
  @Path("{id}")
  @Needs(Scope.GALLERY_READ)
  public JsonObject get(@PathParam("id") String id) {
    return item(desk.view(caller.get(), id));
  }

  /** Counts as a download, once for each user and day. */
  @GET
  @Path("{id}/download")
  @Needs(Scope.GALLERY_READ)
  public Response download(@PathParam("id") String id) {
    return downloads.of(desk.download(caller.get(), id), request);
  }

  @PATCH
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @CountsAs(RequestKind.READ)
  public JsonObject change(@PathParam("id") String id, JsonInput sent) {
    return views.saved(
        desk.change(caller.get(), id, new ItemBody(sent).wish()), links.base(request));
  }

  /** Into the trash. */
  @DELETE
  @Path("{id}")
  @CountsAs(RequestKind.READ)
  public void trash(@PathParam("id") String id) {
    desk.trash(caller.get(), id);
  }

  @POST
  @Path("{id}/restore")
  @CountsAs(RequestKind.READ)
  public JsonObject restore(@PathParam("id") String id) {
    return item(desk.restore(caller.get(), id));
  }

  /** At once and for good, the image with it. */
  @DELETE
  @Path("{id}/permanently")
  @CountsAs(RequestKind.READ)
  public void remove(@PathParam("id") String id) {
    removal.remove(caller.get(), id);
  }

  @POST
  @Path("{id}/like")
  @Needs(Scope.GALLERY_READ)
  @CountsAs(RequestKind.READ)
  public JsonObject like(@PathParam("id") String id) {
    return liked(desk.like(caller.get(), id));
  }

  @DELETE
  @Path("{id}/like")
  @Needs(Scope.GALLERY_READ)
  @CountsAs(RequestKind.READ)
  public JsonObject unlike(@PathParam("id") String id) {
    return liked(desk.unlike(caller.get(), id));
  }

  private JsonObject item(GalleryEntry entry) {
    return WireJson.object().add("item", views.own(entry, links.base(request))).build();
  }

  /** It may be another tenant's. */
  private JsonObject liked(GalleryEntry entry) {
    return WireJson.object().add("item", views.seen(entry, links.base(request))).build();
  }
}
