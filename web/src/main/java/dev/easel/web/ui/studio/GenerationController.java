package dev.easel.web.ui.studio;

import dev.easel.domain.identity.Scope;
import dev.easel.service.generation.GenerationDetails;
import dev.easel.service.generation.GenerationService;
import dev.easel.web.api.Links;
import dev.easel.web.ui.gallery.Pictures;
import dev.easel.web.ui.session.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** What became of an order. */
@Controller
@RequestScoped
@Path("generations/{id}")
@Produces("text/html;charset=UTF-8")
public class GenerationController {

  @Inject GenerationService generations;
  @Inject Pictures pictures;
  @Inject Links links;
  @Inject Visit visit;
  @Inject Models models;
  @Context HttpServletRequest request;
  @Context UriInfo uri;

  @GET
  public String show(@PathParam("id") String id) {
    GenerationDetails details = put(id);
    models.put("snippets", Snippets.of(details.generation(), links.base(request)));
    return "studio/generation.html";
  }

  /** The part that changes, asked for until it is final. */
  @GET
  @Path("state")
  public String state(@PathParam("id") String id) {
    put(id);
    return "studio/state.html";
  }

  @POST
  @Path("cancel")
  public Response cancel(@PathParam("id") String id) {
    visit.require(Scope.IMAGES_GENERATE);
    generations.cancel(visit.caller(), id);
    return Response.seeOther(uri.getBaseUriBuilder().path("generations").path(id).build()).build();
  }

  private GenerationDetails put(String id) {
    visit.require(Scope.GALLERY_READ);
    GenerationDetails details = generations.get(visit.caller(), id);
    models.put("details", details);
    models.put("generation", details.generation());
    models.put("pictures", pictures.of(details, request));
    models.put("percent", Math.round(details.progress() * 100));
    return details;
  }
}
