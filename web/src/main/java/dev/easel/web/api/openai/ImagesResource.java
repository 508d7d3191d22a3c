package dev.easel.web.api.openai;

import dev.easel.domain.generation.Generation;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.Scope;
import dev.easel.service.generation.GenerationDetails;
import dev.easel.service.generation.GenerationService;
import dev.easel.service.generation.Quoting;
import dev.easel.service.generation.Submission;
import dev.easel.web.api.CurrentCaller;
import dev.easel.web.api.HeldResponses;
import dev.easel.web.api.JsonInput;
import dev.easel.web.api.Links;
import dev.easel.web.api.Needs;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Clock;
import java.time.Duration;

/**
 * Makes images while the client waits. Source: seed 002 and OpenAI's {@code POST
 * /v1/images/generations}. Which of the two methods answers is decided by {@link StreamSelector}
 * from the body's {@code stream}.
 */
@RequestScoped
@Path("images/generations")
@Consumes(MediaType.APPLICATION_JSON)
public class ImagesResource {

  /** SDKs give up after 600 s, proxies earlier; the retry joins what is under way. */
  private static final Duration HOLD = Duration.ofSeconds(300);

  @Inject GenerationService generations;
  @Inject Quoting quoting;
  @Inject Clock clock;
  @Inject CurrentCaller current;
  @Inject HeldResponses held;
  @Inject Links links;
  @Inject ImageRequests requests;
  @Inject ImagesJson views;
  @Inject ImageStreams streams;
  @Inject DeprecationHeaders deprecation;

  @POST
  @Produces(MediaType.APPLICATION_JSON)
  @Needs(Scope.IMAGES_GENERATE)
  public void create(
      JsonInput sent,
      @Context HttpServletRequest request,
      @Context HttpServletResponse headers,
      @Context UriInfo uri,
      @Suspended AsyncResponse response) {
    JsonInput body = JsonInput.required(sent);
    Caller caller = current.get();
    ImageWish wish = requests.read(caller, body, request, deployment(uri));
    if (wish.dryRun()) {
      response.resume(DryRunJson.of(quoting.quote(caller, wish.order()), clock.instant()));
      return;
    }
    String id = submit(caller, wish, headers).id();
    String base = links.base(request);
    held.answer(response, request, id, HOLD, () -> answer(caller, id, wish, base));
  }

  @POST
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Needs(Scope.IMAGES_GENERATE)
  public void stream(
      JsonInput sent,
      @Context HttpServletRequest request,
      @Context HttpServletResponse headers,
      @Context UriInfo uri,
      @Context SseEventSink sink,
      @Context Sse sse) {
    JsonInput body = JsonInput.required(sent);
    Caller caller = current.get();
    ImageWish wish = requests.read(caller, body, request, deployment(uri));
    Generation generation = submit(caller, wish, headers);
    if (generation.status().isFinal()) {
      ImagesJson.requireCompleted(generation); // a joined failure is an answer, not a stream
    }
    streams.open(caller, generation, sink, sse);
  }

  private Response answer(Caller caller, String id, ImageWish wish, String base) {
    GenerationDetails details = generations.get(caller, id);
    Response.ResponseBuilder answer = Response.ok(views.answer(details, wish, base));
    return deprecation.onto(answer, details.generation().modelId()).build();
  }

  private Generation submit(Caller caller, ImageWish wish, HttpServletResponse headers) {
    Submission submission =
        generations.submit(caller, wish.order(), wish.origin(), wish.idempotency());
    if (submission.replayed()) {
      headers.setHeader("Idempotent-Replayed", "true");
    }
    return submission.generation();
  }

  private static String deployment(UriInfo uri) {
    return uri.getPathParameters().getFirst("deployment");
  }
}
