package dev.easel.web.ui.operate;

import dev.easel.domain.dispatch.Halt.Scope;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.catalog.CatalogService;
import dev.easel.service.dispatch.QueueDesk;
import dev.easel.web.ui.session.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** What waits and runs, and what operators do about it. */
@Controller
@RequestScoped
@Path("operate/queue")
@Produces("text/html;charset=UTF-8")
public class QueueController {

  private static final String VIEW = "operate/queue.html";
  private static final int LAST_PLACE = 1000;

  @Inject QueueDesk desk;
  @Inject QueuePage page;
  @Inject CatalogService catalog;
  @Inject Visit visit;
  @Inject Models models;
  @Context UriInfo uri;

  @GET
  public String show(@BeanParam QueueFilter filter) {
    visit.requireOperator();
    page.put(filter, PauseFields.empty());
    return VIEW;
  }

  /** The part that changes by itself. */
  @GET
  @Path("rows")
  public String rows(@BeanParam QueueFilter filter) {
    visit.requireOperator();
    page.putRows(filter);
    return "operate/queue-rows.html";
  }

  @POST
  @Path("pause")
  public Response pause(@BeanParam PauseForm form, @BeanParam QueueFilter filter) {
    Caller operator = visit.requireOperator();
    try {
      desk.pause(operator, form.scope(), subject(form), form.note());
      return back();
    } catch (FailureException refused) {
      return refused(refused, filter, form.fields());
    }
  }

  @POST
  @Path("resume")
  public Response resume(@BeanParam PauseForm form) {
    Caller operator = visit.requireOperator();
    desk.resume(operator, form.scope(), form.subject());
    return back();
  }

  @POST
  @Path("{id}/move")
  public Response move(
      @PathParam("id") String id, @FormParam("place") String place, @BeanParam QueueFilter filter) {
    Caller operator = visit.requireOperator();
    return done(filter, () -> desk.move(operator, id, place(place)));
  }

  @POST
  @Path("{id}/expedite")
  public Response expedite(@PathParam("id") String id, @BeanParam QueueFilter filter) {
    Caller operator = visit.requireOperator();
    return done(filter, () -> desk.expedite(operator, id));
  }

  @POST
  @Path("{id}/cancel")
  public Response cancel(@PathParam("id") String id, @BeanParam QueueFilter filter) {
    Caller operator = visit.requireOperator();
    return done(filter, () -> desk.cancel(operator, id));
  }

  private Response done(QueueFilter filter, Runnable change) {
    try {
      change.run();
      return back();
    } catch (FailureException refused) {
      return refused(refused, filter, PauseFields.empty());
    }
  }

  /** What has started or ended meanwhile is told above the queue as it is now. */
  private Response refused(FailureException refused, QueueFilter filter, PauseFields fields) {
    Refusals.put(models, refused);
    page.put(filter, fields);
    return Response.status(Refusals.status(refused)).entity(VIEW).build();
  }

  /** To the part of the queue that was looked at. */
  private Response back() {
    String query = uri.getRequestUri().getRawQuery();
    return Response.seeOther(
            uri.getBaseUriBuilder().path("operate/queue").replaceQuery(query).build())
        .build();
  }

  /** By the model's own id, whatever alias was given; one that has left may still be waited for. */
  private String subject(PauseForm form) {
    String given = form.subject();
    return form.scope() == Scope.MODEL
        ? catalog.current().find(given).map(entry -> entry.model().id()).orElse(given)
        : given;
  }

  private static int place(String text) {
    String given = text == null ? "" : text.strip();
    if (!given.matches("[1-9]\\d{0,3}") || Integer.parseInt(given) > LAST_PLACE) {
      throw FailureException.invalid("place", "must be between 1, the front, and " + LAST_PLACE);
    }
    return Integer.parseInt(given);
  }
}
