package dev.easel.web.ui.studio;

import dev.easel.domain.catalog.Capability;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.Origin;
import dev.easel.domain.generation.Surface;
import dev.easel.domain.identity.Scope;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.catalog.CatalogEntry;
import dev.easel.service.catalog.CatalogService;
import dev.easel.service.generation.GenerationService;
import dev.easel.service.generation.Idempotency;
import dev.easel.service.generation.Quoting;
import dev.easel.web.api.RequestId;
import dev.easel.web.ui.session.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A form for one order: what it costs as one types, and the order itself. */
@Controller
@RequestScoped
@Path("studio")
@Produces("text/html;charset=UTF-8")
public class StudioController {

  private static final String VIEW = "studio/index.html";

  /** What is the caller's to correct in the form. */
  private static final Set<FailureCode> SHOWN_IN_FORM =
      EnumSet.of(
          FailureCode.INVALID_REQUEST,
          FailureCode.CONTENT_REJECTED,
          FailureCode.VIP_REQUIRED,
          FailureCode.MODEL_NOT_ALLOWED,
          FailureCode.MODEL_NOT_FOUND,
          FailureCode.MODEL_NOT_CONFIGURED,
          FailureCode.MODEL_UNAVAILABLE,
          FailureCode.INSUFFICIENT_CREDITS);

  @Inject GenerationService generations;
  @Inject Quoting quoting;
  @Inject CatalogService catalog;
  @Inject Visit visit;
  @Inject Models models;
  @Context HttpServletRequest request;
  @Context UriInfo uri;

  @GET
  public String show() {
    visit.require(Scope.IMAGES_GENERATE);
    put(new StudioForm());
    return VIEW;
  }

  @POST
  public Response submit(@BeanParam StudioForm form) {
    visit.require(Scope.IMAGES_GENERATE);
    try {
      Generation accepted =
          generations
              .submit(visit.caller(), form.request(), origin(), Idempotency.none())
              .generation();
      return Response.seeOther(
              uri.getBaseUriBuilder().path("generations").path(accepted.id()).build())
          .build();
    } catch (FailureException refused) {
      if (!SHOWN_IN_FORM.contains(refused.code())) {
        throw refused;
      }
      models.put("refusal", refused.getMessage());
      put(form);
      return Response.status(Response.Status.BAD_REQUEST).entity(VIEW).build();
    }
  }

  /** A line on what the form would cost now; asked for as one types. */
  @POST
  @Path("quote")
  public String quote(@BeanParam StudioForm form) {
    visit.require(Scope.IMAGES_GENERATE);
    try {
      models.put("quote", quoting.quote(visit.caller(), form.request()));
    } catch (FailureException refused) {
      models.put("refusal", refused.getMessage());
    }
    return "studio/quote.html";
  }

  private void put(StudioForm form) {
    List<CatalogEntry> callable =
        catalog.current().entries().stream()
            .filter(entry -> entry.callable(Capability.TEXT_TO_IMAGE))
            .sorted(Comparator.comparing(entry -> entry.model().name()))
            .toList();
    models.put("form", form);
    models.put("catalogue", callable);
    models.put("chosen", catalog.defaultEntry(form.model(), Capability.TEXT_TO_IMAGE));
  }

  private Origin origin() {
    return new Origin(Surface.UI, RequestId.of(request), null, null, null, null, null);
  }
}
