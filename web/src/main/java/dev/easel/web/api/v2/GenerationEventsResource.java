package dev.easel.web.api.v2;

import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.Scope;
import dev.easel.service.generation.GenerationService;
import dev.easel.web.api.CurrentCaller;
import dev.easel.web.api.GenerationStreams;
import dev.easel.web.api.Links;
import dev.easel.web.api.Needs;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;

/**
 * What happens to a generation, as it happens. The present state comes first, so that a client that
 * connects again has missed nothing it needs; {@code Last-Event-ID} is of no use and does no harm.
 */
@RequestScoped
@Path("generations/{id}/events")
@Needs({Scope.GALLERY_READ, Scope.IMAGES_GENERATE, Scope.IMAGES_PROCESS})
public class GenerationEventsResource {

  private static final Duration AGE = Duration.ofMinutes(15);

  @Inject GenerationService generations;
  @Inject GenerationStreams streams;
  @Inject EventJson views;
  @Inject CurrentCaller caller;
  @Inject Links links;

  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void watch(
      @PathParam("id") String id,
      @Context SseEventSink sink,
      @Context Sse sse,
      @Context HttpServletRequest request,
      @Context HttpServletResponse headers) {
    Caller who = caller.get();
    generations.get(who, id);
    // Nginx would hold events back.
    headers.setHeader("X-Accel-Buffering", "no");
    String base = links.base(request);
    EventFeed feed =
        new EventFeed((event, full) -> views.of(event, generations.get(who, id), base, full));
    streams.toEnd(id, new GenerationStreams.Client(sink, sse), AGE, feed::tell);
  }
}
