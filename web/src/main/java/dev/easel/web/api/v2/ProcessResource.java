package dev.easel.web.api.v2;

import dev.easel.domain.generation.Operation;
import dev.easel.domain.identity.Scope;
import dev.easel.web.api.FormInput;
import dev.easel.web.api.JsonInput;
import dev.easel.web.api.LargeBody;
import dev.easel.web.api.Needs;
import dev.easel.web.api.SentBody;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/**
 * Asks for work on a given image. Source: seed 001 "Filter and Processing Endpoints"; the last two
 * are ours.
 */
@RequestScoped
@Path("process")
@Needs(Scope.IMAGES_PROCESS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ProcessResource {

  @Inject Intake intake;

  @Context HttpServletRequest request;
  @Context HttpServletResponse headers;

  @POST
  @Path("filters")
  public void filters(
      @LargeBody JsonInput sent,
      @QueryParam("strict") String strict,
      @Suspended AsyncResponse response) {
    intake.take(Operation.FILTERS, SentBody.of(sent), exchange(strict, response));
  }

  @POST
  @Path("filters")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public void filtersForm(
      FormInput form, @QueryParam("strict") String strict, @Suspended AsyncResponse response) {
    intake.take(Operation.FILTERS, Intake.read(form), exchange(strict, response));
  }

  @POST
  @Path("remove-background")
  public void removeBackground(
      @LargeBody JsonInput sent,
      @QueryParam("strict") String strict,
      @Suspended AsyncResponse response) {
    intake.take(Operation.REMOVE_BACKGROUND, SentBody.of(sent), exchange(strict, response));
  }

  @POST
  @Path("remove-background")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public void removeBackgroundForm(
      FormInput form, @QueryParam("strict") String strict, @Suspended AsyncResponse response) {
    intake.take(Operation.REMOVE_BACKGROUND, Intake.read(form), exchange(strict, response));
  }

  @POST
  @Path("upscale")
  public void upscale(
      @LargeBody JsonInput sent,
      @QueryParam("strict") String strict,
      @Suspended AsyncResponse response) {
    intake.take(Operation.UPSCALE, SentBody.of(sent), exchange(strict, response));
  }

  @POST
  @Path("upscale")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public void upscaleForm(
      FormInput form, @QueryParam("strict") String strict, @Suspended AsyncResponse response) {
    intake.take(Operation.UPSCALE, Intake.read(form), exchange(strict, response));
  }

  @POST
  @Path("restore")
  public void restore(
      @LargeBody JsonInput sent,
      @QueryParam("strict") String strict,
      @Suspended AsyncResponse response) {
    intake.take(Operation.RESTORE, SentBody.of(sent), exchange(strict, response));
  }

  @POST
  @Path("restore")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public void restoreForm(
      FormInput form, @QueryParam("strict") String strict, @Suspended AsyncResponse response) {
    intake.take(Operation.RESTORE, Intake.read(form), exchange(strict, response));
  }

  @POST
  @Path("analyze")
  public void analyze(
      @LargeBody JsonInput sent,
      @QueryParam("strict") String strict,
      @Suspended AsyncResponse response) {
    intake.take(Operation.ANALYZE, SentBody.of(sent), exchange(strict, response));
  }

  @POST
  @Path("analyze")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public void analyzeForm(
      FormInput form, @QueryParam("strict") String strict, @Suspended AsyncResponse response) {
    intake.take(Operation.ANALYZE, Intake.read(form), exchange(strict, response));
  }

  private Exchange exchange(String strict, AsyncResponse response) {
    return new Exchange(request, headers, strict, response);
  }
}
