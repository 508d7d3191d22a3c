package dev.easel.web.api.openai;

import dev.easel.domain.generation.Generation;
import dev.easel.domain.identity.Caller;
import dev.easel.service.generation.GenerationDetails;
import dev.easel.service.generation.GenerationService;
import dev.easel.service.generation.Quoting;
import dev.easel.service.generation.Submission;
import dev.easel.web.api.CurrentCaller;
import dev.easel.web.api.HeldResponses;
import dev.easel.web.api.IdempotencyHeaders;
import dev.easel.web.api.Links;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Clock;
import java.time.Duration;

/** Submits what was decoded and answers with images, whole or as a stream. */
@ApplicationScoped
public class ImageAnswers {

  /** SDKs give up after 600 s, proxies earlier; the retry joins what is under way. */
  private static final Duration HOLD = Duration.ofSeconds(300);

  @Inject GenerationService generations;
  @Inject Quoting quoting;
  @Inject Clock clock;
  @Inject CurrentCaller current;
  @Inject HeldResponses held;
  @Inject Links links;
  @Inject ImagesJson views;
  @Inject ImageStreams streams;
  @Inject DeprecationHeaders deprecation;

  /** Answers when the images are there, or with what they would cost. */
  void whole(
      ImageWish wish,
      HttpServletRequest request,
      HttpServletResponse headers,
      AsyncResponse response) {
    Caller caller = current.get();
    if (wish.dryRun()) {
      response.resume(DryRunJson.of(quoting.quote(caller, wish.order()), clock.instant()));
      return;
    }
    String id = submit(caller, wish, headers).id();
    String base = links.base(request);
    held.answer(response, request, id, HOLD, () -> answer(caller, id, wish, base));
  }

  /**
   * Answers with events.
   *
   * @param family what their names begin with
   */
  void stream(
      ImageWish wish, String family, HttpServletResponse headers, SseEventSink sink, Sse sse) {
    Caller caller = current.get();
    Generation generation = submit(caller, wish, headers);
    if (generation.status().isFinal()) {
      ImagesJson.requireCompleted(generation); // a joined failure is an answer, not a stream
    }
    streams.open(caller, generation, family, sink, sse);
  }

  private Response answer(Caller caller, String id, ImageWish wish, String base) {
    GenerationDetails details = generations.get(caller, id);
    Response.ResponseBuilder answer = Response.ok(views.answer(details, wish, base));
    return deprecation.onto(answer, details.generation().modelId()).build();
  }

  private Generation submit(Caller caller, ImageWish wish, HttpServletResponse headers) {
    Submission submission =
        generations.submit(caller, wish.order(), wish.origin(), wish.idempotency());
    IdempotencyHeaders.tell(submission, headers);
    return submission.generation();
  }
}
