package dev.easel.web.api.v2.gallery;

import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.Scope;
import dev.easel.service.gallery.GalleryDesk;
import dev.easel.service.gallery.Lineage;
import dev.easel.service.gallery.Lineage.Family;
import dev.easel.service.gallery.Lineage.Relative;
import dev.easel.web.api.CurrentCaller;
import dev.easel.web.api.Links;
import dev.easel.web.api.Needs;
import dev.easel.web.api.WireJson;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** Where an item's image comes from, and what was made of it. */
@RequestScoped
@Path("gallery/items/{id}/lineage")
@Produces(MediaType.APPLICATION_JSON)
@Needs(Scope.GALLERY_READ)
public class LineageResource {

  @Inject GalleryDesk desk;
  @Inject Lineage lineage;
  @Inject CurrentCaller caller;
  @Inject Links links;
  @Context HttpServletRequest request;

  @GET
  public JsonObject get(@PathParam("id") String id) {
    Caller who = caller.get();
    Family family = lineage.of(who, desk.get(who, id).item().imageId());
    String base = links.base(request);
    JsonObjectBuilder json =
        WireJson.object()
            .add("self", relative(family.self(), base))
            .add("ancestors", WireJson.array(family.ancestors(), r -> relative(r, base)))
            .add("descendants", WireJson.array(family.descendants(), r -> relative(r, base)));
    return WireJson.object().add("lineage", json).build();
  }

  private JsonObjectBuilder relative(Relative relative, String base) {
    return WireJson.object()
        .add("image_id", relative.image().id())
        .add("generation_id", relative.generation().id())
        .add("operation", relative.generation().operation().wire())
        .add("model", relative.generation().modelId())
        .add("prompt", relative.generation().prompt())
        .add("created_at", WireJson.time(relative.image().createdAt()))
        .add("source_ids", WireJson.array(relative.sources()))
        .add("url", links.image(base, relative.image()))
        .add("thumbnail_url", links.thumbnail(base, relative.image()));
  }
}
