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

/** Asks for images. Source: seed 001 "Image Generation Endpoints". */
@RequestScoped
@Path("generate")
@Needs(Scope.IMAGES_GENERATE)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class GenerateResource {

  @Inject Intake intake;

  @Context HttpServletRequest request;
  @Context HttpServletResponse headers;

  @POST
  @Path("text-to-image")
  public void textToImage(
      JsonInput sent, @QueryParam("strict") String strict, @Suspended AsyncResponse response) {
    intake.take(Operation.TEXT_TO_IMAGE, SentBody.of(sent), exchange(strict, response));
  }

  @POST
  @Path("image-to-image")
  public void imageToImage(
      @LargeBody JsonInput sent,
      @QueryParam("strict") String strict,
      @Suspended AsyncResponse response) {
    intake.take(Operation.IMAGE_TO_IMAGE, SentBody.of(sent), exchange(strict, response));
  }

  @POST
  @Path("image-to-image")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public void imageToImageForm(
      FormInput form, @QueryParam("strict") String strict, @Suspended AsyncResponse response) {
    intake.take(Operation.IMAGE_TO_IMAGE, Intake.read(form), exchange(strict, response));
  }

  @POST
  @Path("inpaint")
  public void inpaint(
      @LargeBody JsonInput sent,
      @QueryParam("strict") String strict,
      @Suspended AsyncResponse response) {
    intake.take(Operation.INPAINT, SentBody.of(sent), exchange(strict, response));
  }

  @POST
  @Path("inpaint")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public void inpaintForm(
      FormInput form, @QueryParam("strict") String strict, @Suspended AsyncResponse response) {
    intake.take(Operation.INPAINT, Intake.read(form), exchange(strict, response));
  }

  private Exchange exchange(String strict, AsyncResponse response) {
    return new Exchange(request, headers, strict, response);
  }
}
