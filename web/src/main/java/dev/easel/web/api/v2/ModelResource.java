package dev.easel.web.api.v2;

import dev.easel.domain.catalog.Capability;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.catalog.CatalogEntry;
import dev.easel.service.catalog.CatalogService;
import dev.easel.web.api.LifecycleHeaders;
import dev.easel.web.api.Links;
import dev.easel.web.api.WireJson;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The catalogue. Source: seed 001 "Model Management Endpoints". */
@RequestScoped
@Path("models")
@Produces(MediaType.APPLICATION_JSON)
public class ModelResource {

  @Inject CatalogService catalog;
  @Inject ModelJson views;
  @Inject Links links;

  @GET
  public JsonObject list(
      @QueryParam("available") String available,
      @QueryParam("type") String type,
      @QueryParam("capability") String capability) {
    boolean onlyCallable = flag(available);
    Capability wanted = capability(capability);
    JsonArrayBuilder models = WireJson.array();
    catalog.current().entries().stream()
        .filter(entry -> !onlyCallable || entry.callable())
        .filter(entry -> type == null || entry.model().type().equals(type))
        .filter(entry -> wanted == null || entry.model().can(wanted))
        .forEach(entry -> models.add(views.listed(entry)));
    return WireJson.object().add("models", models).build();
  }

  /** Ids have slashes, escaped or not. */
  @GET
  @Path("{id: .+}")
  public Response get(@PathParam("id") String id, @Context HttpServletRequest request) {
    CatalogEntry entry = catalog.current().get(id);
    Response.ResponseBuilder response =
        Response.ok(WireJson.object().add("model", views.detailed(entry)).build());
    LifecycleHeaders.of(entry.model(), links.base(request) + "/api/v2/models/")
        .forEach(response::header);
    return response.build();
  }

  private static boolean flag(String text) {
    if (text != null && !text.equals("true") && !text.equals("false")) {
      throw FailureException.invalid("available", "must be true or false");
    }
    return "true".equals(text);
  }

  private static Capability capability(String text) {
    if (text == null) {
      return null;
    }
    return Arrays.stream(Capability.values())
        .filter(known -> known.wire().equals(text.replace('_', '-')))
        .findFirst()
        .orElseThrow(
            () -> FailureException.invalid("capability", "must be one of: " + capabilities()));
  }

  private static String capabilities() {
    return Arrays.stream(Capability.values())
        .map(Capability::wire)
        .collect(Collectors.joining(", "));
  }
}
