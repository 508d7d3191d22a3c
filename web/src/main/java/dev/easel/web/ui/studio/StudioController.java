package dev.easel.web.ui.studio;

import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.GenerationQuery;
import dev.easel.domain.generation.Origin;
import dev.easel.domain.generation.Surface;
import dev.easel.domain.identity.Scope;
import dev.easel.domain.limit.RequestKind;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.asset.InputLinks;
import dev.easel.service.catalog.CatalogService;
import dev.easel.service.generation.GenerationRequest;
import dev.easel.service.generation.GenerationService;
import dev.easel.service.generation.Quote;
import dev.easel.service.generation.Quoting;
import dev.easel.service.generation.StyleBook;
import dev.easel.web.api.CountsAs;
import dev.easel.web.api.RequestId;
import dev.easel.web.ui.gallery.Pictures;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** A form for orders: what they cost as one types, and the orders themselves. */
@Controller
@RequestScoped
@Path("studio")
@Produces("text/html;charset=UTF-8")
public class StudioController {

  private static final String VIEW = "studio/index.html";

  /** Pictures made before, beside the form. */
  private static final int HISTORY = 12;

  /** Seeds that every language's numbers hold exactly. */
  private static final long MOST_SEED = 1L << 32;

  /** What is the caller's to correct in the form. */
  private static final Set<FailureCode> SHOWN_IN_FORM =
      EnumSet.of(
          FailureCode.INVALID_REQUEST,
          FailureCode.INVALID_IMAGE,
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
  @Inject StyleBook styles;
  @Inject InputLinks inputs;
  @Inject Pictures pictures;
  @Inject Visit visit;
  @Inject Models models;
  @Context HttpServletRequest request;
  @Context UriInfo uri;

  /**
   * @param again id of a generation whose settings are taken, seed included
   * @param fork the same without its seed
   * @param source id of the picture to start from
   */
  @GET
  public String show(
      @QueryParam("again") String again,
      @QueryParam("fork") String fork,
      @QueryParam("source") String source) {
    visit.require(Scope.IMAGES_GENERATE);
    StudioForm form = new StudioForm();
    if (again != null || fork != null) {
      Generation before =
          generations.get(visit.caller(), again == null ? fork : again).generation();
      form = StudioForm.of(before, again != null);
    }
    put(source == null ? form : form.from(source));
    return VIEW;
  }

  @POST
  @CountsAs(RequestKind.WORK)
  public Response submit(@BeanParam StudioForm form) {
    visit.require(Scope.IMAGES_GENERATE);
    List<String> accepted = new ArrayList<>();
    try {
      if (form.models().size() > 1) {
        total(form); // all are judged before the first is paid for
      }
      long seed = seed();
      for (String model : form.models()) {
        GenerationRequest one = form.request(model, seed);
        accepted.add(
            generations.submit(visit.caller(), one, origin(), form.once(model)).generation().id());
      }
      return Response.seeOther(made(accepted)).build();
    } catch (FailureException refused) {
      if (!accepted.isEmpty()) {
        return Response.seeOther(made(accepted)).build();
      }
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
      total(form);
    } catch (FailureException refused) {
      models.put("refusal", refused.getMessage());
    }
    return "studio/quote.html";
  }

  private void total(StudioForm form) {
    List<Quote> quotes = form.models().stream().map(model -> quoted(form, model)).toList();
    Credits total =
        quotes.stream().map(quote -> quote.price().total()).reduce(Credits.ZERO, Credits::plus);
    models.put("quote", quotes.get(0));
    models.put("total", total);
    models.put("left", quotes.get(0).balance().minus(total));
  }

  /** Of several models it has to be said which cannot do it. */
  private Quote quoted(StudioForm form, String model) {
    try {
      return quoting.quote(visit.caller(), form.request(model, seed()));
    } catch (FailureException refused) {
      throw form.models().size() == 1
          ? refused
          : FailureException.of(refused.code(), model + ": " + refused.getMessage());
    }
  }

  private URI made(List<String> ids) {
    return ids.size() == 1
        ? uri.getBaseUriBuilder().path("generations").path(ids.get(0)).build()
        : uri.getBaseUriBuilder()
            .path("studio/compare")
            .queryParam("of", String.join(",", ids))
            .build();
  }

  private void put(StudioForm form) {
    models.put("form", form);
    models.put("catalogue", ModelChoice.of(catalog.current()));
    models.put(
        "chosen", catalog.defaultEntry(form.model(), form.operation().capability()).model().id());
    models.put("styles", styles.values("preset"));
    models.put("picture", inputs.of(visit.caller().tenantId(), form.source()).orElse(null));
    models.put(
        "history",
        visit.caller().may(Scope.GALLERY_READ)
            ? pictures.of(
                generations.list(visit.caller(), GenerationQuery.newest(HISTORY)).items(), request)
            : List.of());
  }

  private static long seed() {
    return ThreadLocalRandom.current().nextLong(MOST_SEED);
  }

  private Origin origin() {
    return new Origin(Surface.UI, RequestId.of(request), null, null, null, null, null);
  }
}
