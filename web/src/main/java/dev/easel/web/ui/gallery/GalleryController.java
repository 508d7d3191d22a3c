package dev.easel.web.ui.gallery;

import dev.easel.domain.generation.GenerationQuery;
import dev.easel.domain.generation.GenerationStatus;
import dev.easel.domain.identity.Scope;
import dev.easel.domain.shared.Page;
import dev.easel.service.generation.GenerationDetails;
import dev.easel.service.generation.GenerationService;
import dev.easel.web.ui.session.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;

/** All images of the tenant, the newest first, page after page as one scrolls. */
@Controller
@RequestScoped
@Path("gallery")
@Produces("text/html;charset=UTF-8")
public class GalleryController {

  private static final int AT_ONCE = 40;

  @Inject GenerationService generations;
  @Inject Pictures pictures;
  @Inject Visit visit;
  @Inject Models models;
  @Context HttpServletRequest request;
  @Context UriInfo uri;

  @GET
  public String show(@QueryParam("after") String after, @HeaderParam("HX-Request") String partly) {
    visit.require(Scope.GALLERY_READ);
    Page<GenerationDetails> page =
        generations.list(
            visit.caller(),
            GenerationQuery.of(GenerationStatus.COMPLETED, AT_ONCE)
                .after(Optional.ofNullable(after)));
    models.put("pictures", pictures.of(page.items(), request));
    models.put("next", page.next().orElse(null));
    models.put("first", after == null);
    return partly == null ? "gallery/index.html" : "gallery/more.html";
  }

  @POST
  @Path("{id}/delete")
  public Response delete(@PathParam("id") String id) {
    visit.require(Scope.GALLERY_WRITE);
    generations.deleteImage(visit.caller(), id);
    return Response.seeOther(uri.getBaseUriBuilder().path("gallery").build()).build();
  }
}
