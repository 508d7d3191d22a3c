package dev.easel.web.api.v2;

import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.Scope;
import dev.easel.service.generation.GenerationEvents;
import dev.easel.service.generation.GenerationService;
import dev.easel.service.generation.Watch;
import dev.easel.web.api.CurrentCaller;
import dev.easel.web.api.EventStream;
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
import java.util.concurrent.atomic.AtomicReference;

/**
 * What happens to a generation, as it happens. The present state comes first, so that a client that
 * connects again has missed nothing it needs; {@code Last-Event-ID} is of no use and does no harm.
 */
@RequestScoped
@Path("generations/{id}/events")
@Needs({Scope.GALLERY_READ, Scope.IMAGES_GENERATE, Scope.IMAGES_PROCESS})
public class GenerationEventsResource {

  private static final Duration AGE = Duration.ofMinutes(15);
  private static final Duration PAUSE = Duration.ofSeconds(2);

  @Inject GenerationService generations;
  @Inject GenerationEvents events;
  @Inject EventStream streams;
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
    AtomicReference<Watch> watch = new AtomicReference<>();
    EventStream.Channel channel = streams.open(sink, sse, AGE, () -> close(watch));
    channel.retryAfter(PAUSE);
    String base = links.base(request);
    EventFeed feed =
        new EventFeed(
            channel, (event, full) -> views.of(event, generations.get(who, id), base, full));
    watch.set(events.watch(id, feed::tell));
  }

  private static void close(AtomicReference<Watch> watch) {
    Watch open = watch.get();
    if (open != null) {
      open.close();
    }
  }
}
