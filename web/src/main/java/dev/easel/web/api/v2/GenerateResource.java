package dev.easel.web.api.v2;

import dev.easel.domain.catalog.Size;
import dev.easel.domain.generation.Origin;
import dev.easel.domain.generation.Surface;
import dev.easel.service.generation.GenerationRequest;
import dev.easel.service.generation.GenerationService;
import dev.easel.service.generation.Idempotency;
import dev.easel.service.generation.Submission;
import dev.easel.web.api.CurrentCaller;
import dev.easel.web.api.HeldResponses;
import dev.easel.web.api.JsonInput;
import dev.easel.web.api.Links;
import dev.easel.web.api.RequestId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;

/** Asks for images. Source: seed 001 "Image Generation Endpoints". */
@RequestScoped
@Path("generate")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class GenerateResource {

  @Inject GenerationService generations;
  @Inject CurrentCaller caller;
  @Inject HeldResponses held;
  @Inject Links links;
  @Inject GenerationJson views;

  @POST
  @Path("text-to-image")
  public void textToImage(
      JsonInput body,
      @HeaderParam("Idempotency-Key") String key,
      @HeaderParam("Prefer") String prefer,
      @Context HttpServletRequest request,
      @Suspended AsyncResponse response) {
    JsonInput parameters = body.object("parameters");
    GenerationRequest wanted =
        new GenerationRequest()
            .model(body.text("model"))
            .prompt(body.text("prompt"))
            .count(parameters.integer("num_outputs"))
            .seed(parameters.longInteger("seed"));
    Integer width = parameters.integer("width");
    Integer height = parameters.integer("height");
    if (width != null && height != null) {
      wanted.size(new Size(width, height));
    }
    body.check();
    Origin origin =
        new Origin(Surface.V2, RequestId.of(request), body.hash(), null, null, null, null);
    Submission submission =
        generations.submit(caller.get(), wanted, origin, new Idempotency(key, body.hash(), false));
    var who = caller.get();
    String id = submission.generation().id();
    String base = links.base(request);
    held.answer(
        response,
        request,
        id,
        "respond-async".equals(prefer) ? Duration.ZERO : Duration.ofSeconds(55),
        () -> views.response(generations.get(who, id), base));
  }
}
