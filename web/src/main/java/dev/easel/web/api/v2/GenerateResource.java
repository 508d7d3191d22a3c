package dev.easel.web.api.v2;

import dev.easel.domain.generation.Origin;
import dev.easel.domain.generation.Surface;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.Scope;
import dev.easel.service.generation.GenerationRequest;
import dev.easel.service.generation.GenerationService;
import dev.easel.service.generation.Idempotency;
import dev.easel.service.generation.Submission;
import dev.easel.web.api.CurrentCaller;
import dev.easel.web.api.HeldResponses;
import dev.easel.web.api.IdempotencyHeaders;
import dev.easel.web.api.JsonInput;
import dev.easel.web.api.Links;
import dev.easel.web.api.Needs;
import dev.easel.web.api.Preferences;
import dev.easel.web.api.RequestId;
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
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Asks for images. Source: seed 001 "Image Generation Endpoints". */
@RequestScoped
@Path("generate")
@Needs(Scope.IMAGES_GENERATE)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class GenerateResource {

  /** Previews for whoever can watch. A client that waits for the answer has no id to watch by. */
  private static final int PREVIEWS = 3;

  @Inject GenerationService generations;
  @Inject ModelSizes sizes;
  @Inject CurrentCaller caller;
  @Inject HeldResponses held;
  @Inject Links links;
  @Inject GenerationAnswers answers;

  @Inject
  @ConfigProperty(name = "easel.sync-wait", defaultValue = "PT55S")
  Duration usualWait;

  @Context HttpServletRequest request;
  @Context HttpServletResponse headers;

  @POST
  @Path("text-to-image")
  public void textToImage(
      JsonInput sent, @QueryParam("strict") String strict, @Suspended AsyncResponse response) {
    JsonInput body = JsonInput.required(sent);
    Preferences preferences = Preferences.of(request);
    TextToImageBody read = new TextToImageBody(body, preferences.strict(strict));
    Idempotency idempotency = IdempotencyHeaders.read(request, body.hash());
    Caller who = caller.get();
    GenerationRequest wanted =
        read.request(() -> sizes.usual(who, read.model()))
            .previews(preferences.saysHowLong() ? PREVIEWS : 0);
    Submission accepted =
        generations.submit(
            who,
            wanted,
            origin(read, IdempotencyHeaders.joinableHash(request, idempotency)),
            idempotency);
    preferences.applied().ifPresent(applied -> headers.setHeader("Preference-Applied", applied));
    IdempotencyHeaders.tell(accepted, headers);
    hold(who, accepted, preferences.hold(usualWait), response);
  }

  private void hold(Caller who, Submission accepted, Duration most, AsyncResponse response) {
    String id = accepted.generation().id();
    String base = links.base(request);
    answers.tellLifecycle(accepted.generation(), base, headers);
    held.answer(
        response,
        request,
        id,
        most,
        () ->
            answers.outcome(
                most.isZero() ? generations.get(who, accepted) : generations.get(who, id), base));
  }

  private Origin origin(TextToImageBody read, String hash) {
    return new Origin(
        Surface.V2,
        RequestId.of(request),
        hash,
        read.metadata(),
        read.given(),
        read.webhookUrl(),
        null);
  }
}
