package dev.easel.web.api.v2.gallery;

import dev.easel.domain.gallery.GalleryFilter;
import dev.easel.domain.gallery.GalleryQuery;
import dev.easel.domain.shared.Page;
import dev.easel.service.gallery.GalleryDesk;
import dev.easel.service.gallery.GalleryEntry;
import dev.easel.service.gallery.PublicGallery;
import dev.easel.service.limit.StrangerLimits;
import dev.easel.web.api.ClientAddress;
import dev.easel.web.api.Links;
import dev.easel.web.api.ListJson;
import dev.easel.web.api.Open;
import dev.easel.web.api.WireJson;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** What everybody may see, without a key. Source: C18. */
@RequestScoped
@Path("gallery/public")
@Produces(MediaType.APPLICATION_JSON)
public class PublicGalleryResource {

  @Inject PublicGallery gallery;
  @Inject StrangerLimits limits;
  @Inject ClientAddress addresses;
  @Inject GalleryJson views;
  @Inject Downloads downloads;
  @Inject Links links;
  @Context HttpServletRequest request;

  @GET
  @Open
  public JsonObject list(@BeanParam GalleryParameters parameters) {
    limits.count(address());
    parameters.requireWords();
    Optional<String> collection = parameters.collection().map(id -> gallery.collection(id).id());
    GalleryQuery query =
        parameters.query(
            wish -> {
              collection.ifPresent(wish::in);
              return wish.ofEverybody();
            });
    GalleryFilter filter = query.filter();
    Page<GalleryEntry> page = gallery.list(query);
    long total = gallery.count(filter);
    String base = links.base(request);
    JsonObjectBuilder list =
        WireJson.object()
            .add("total_items", total)
            .add("total_is_minimum", total == GalleryDesk.COUNTED)
            .add("page", parameters.pageNumber())
            .add("items", WireJson.array(page.items(), entry -> views.seen(entry, base)))
            .addAll(ListJson.rest(page, query.limit()));
    return WireJson.object().add("gallery", list).build();
  }

  /** Counts as a view, once for each network and day. */
  @GET
  @Open
  @Path("{id}")
  public JsonObject get(@PathParam("id") String id) {
    limits.count(address());
    GalleryEntry entry = gallery.view(id, address());
    return WireJson.object().add("item", views.seen(entry, links.base(request))).build();
  }

  @GET
  @Open
  @Path("{id}/download")
  public Response download(@PathParam("id") String id) {
    limits.count(address());
    return downloads.of(gallery.download(id, address()), request);
  }

  private String address() {
    return addresses.of(request);
  }
}
