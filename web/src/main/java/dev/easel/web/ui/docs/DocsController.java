package dev.easel.web.ui.docs;

import dev.easel.web.api.Links;
import dev.easel.web.openapi.ErrorCatalog;
import dev.easel.web.openapi.OpenApi;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The API reference. */
@Controller
@RequestScoped
@Path("/")
@Produces("text/html;charset=UTF-8")
public class DocsController {

  @Inject OpenApi openApi;
  @Inject ErrorCatalog errors;
  @Inject Links links;
  @Inject Models models;
  @Context HttpServletRequest request;

  @GET
  public String index() {
    put("overview");
    return "docs/index.html";
  }

  @GET
  @Path("{surface: v1|v2|openai|operations}")
  public String surface(@PathParam("surface") String tag) {
    put(tag);
    models.put(
        "surface",
        reference().surfaces().stream()
            .filter(surface -> surface.tag().equals(tag))
            .findFirst()
            .orElseThrow(NotFoundException::new));
    return "docs/surface.html";
  }

  @GET
  @Path("errors")
  public String errors() {
    put("errors");
    Map<String, List<ErrorCatalog.Entry>> bySurface = new LinkedHashMap<>();
    reference()
        .surfaces()
        .forEach(surface -> bySurface.put(surface.title(), errors.of(surface.tag())));
    bySurface.values().removeIf(List::isEmpty);
    models.put("groups", bySurface);
    return "docs/errors.html";
  }

  @GET
  @Path("errors/{code}")
  public String error(@PathParam("code") String code) {
    ErrorCatalog.Entry entry = errors.find(code).orElseThrow(NotFoundException::new);
    put("errors");
    models.put("entry", entry);
    models.put("cause", Prose.html(entry.cause()));
    models.put("remedy", Prose.html(entry.remedy()));
    return "docs/error.html";
  }

  private void put(String current) {
    models.put("base", links.base(request));
    models.put("current", current);
    models.put("surfaces", reference().surfaces());
  }

  private Reference reference() {
    String base = links.base(request);
    return new Reference(openApi.root(base), errors, base);
  }
}
