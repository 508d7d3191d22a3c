package dev.easel.web.api.v2;

import dev.easel.service.generation.GenerationService;
import dev.easel.web.api.CurrentCaller;
import dev.easel.web.api.Links;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Generations as resources. */
@RequestScoped
@Path("generations")
@Produces(MediaType.APPLICATION_JSON)
public class GenerationResource {

  @Inject GenerationService generations;
  @Inject CurrentCaller caller;
  @Inject Links links;
  @Inject GenerationJson views;

  @GET
  @Path("{id}")
  public Response get(@PathParam("id") String id, @Context HttpServletRequest request) {
    return Response.ok(views.json(generations.get(caller.get(), id), links.base(request))).build();
  }
}
