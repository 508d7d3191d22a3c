package dev.easel.web.api.v2.gallery;

import dev.easel.domain.identity.Scope;
import dev.easel.service.gallery.MeaningSearch;
import dev.easel.web.api.CurrentCaller;
import dev.easel.web.api.Links;
import dev.easel.web.api.Needs;
import dev.easel.web.api.QueryReader;
import dev.easel.web.api.WireJson;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** Items of which alike is said. */
@RequestScoped
@Path("gallery/items/{id}/similar")
@Produces(MediaType.APPLICATION_JSON)
@Needs(Scope.GALLERY_READ)
public class SimilarResource {

  private static final int USUAL_LIMIT = 20;
  private static final int MOST_LIMIT = 100;

  @Inject MeaningSearch meanings;
  @Inject GalleryJson views;
  @Inject CurrentCaller caller;
  @Inject Links links;
  @Context HttpServletRequest request;

  @GET
  public JsonObject get(@PathParam("id") String id, @QueryParam("limit") String limit) {
    QueryReader reader = new QueryReader();
    int most = reader.number("limit", limit, USUAL_LIMIT, MOST_LIMIT);
    reader.check();
    String base = links.base(request);
    return WireJson.object()
        .add(
            "items",
            WireJson.array(
                meanings.similar(caller.get(), id, most), near -> views.near(near, base)))
        .build();
  }
}
