package dev.easel.web.api.v2.gallery;

import dev.easel.domain.identity.Scope;
import dev.easel.service.gallery.GalleryEntry;
import dev.easel.service.gallery.PublicGallery;
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
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;

/** What an operator does with public items: puts them in front, or takes them from the public. */
@RequestScoped
@Path("admin/gallery/items")
@Produces(MediaType.APPLICATION_JSON)
@Needs(Scope.ADMIN)
public class CurationResource {

  @Inject PublicGallery gallery;
  @Inject CurrentCaller caller;
  @Inject GalleryJson views;
  @Inject Links links;
  @Context HttpServletRequest request;

  @PATCH
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject feature(@PathParam("id") String id, JsonInput sent) {
    JsonInput body = JsonInput.required(sent);
    body.refuseStrangers(Set.of("is_featured"));
    Boolean featured = body.flag("is_featured");
    if (featured == null) {
      body.violate("is_featured", "is required");
    }
    body.check();
    GalleryEntry entry = gallery.feature(caller.get(), id, featured);
    return WireJson.object().add("item", views.seen(entry, links.base(request))).build();
  }

  /** Its tenant keeps it. */
  @DELETE
  @Path("{id}/public")
  public void withdraw(@PathParam("id") String id) {
    gallery.withdraw(caller.get(), id);
  }
}
