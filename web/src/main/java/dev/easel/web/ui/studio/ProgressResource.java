package dev.easel.web.ui.studio;

import dev.easel.domain.asset.ImageCodec;
import dev.easel.domain.identity.Scope;
import dev.easel.service.generation.GenerationEvent;
import dev.easel.service.generation.GenerationEvents;
import dev.easel.service.generation.GenerationService;
import dev.easel.service.generation.Watch;
import dev.easel.web.api.EventStream;
import dev.easel.web.api.WireJson;
import dev.easel.web.ui.session.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
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
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What happens to a generation, as it happens, for the script of its page: unnamed events with
 * {@code progress} in percent, {@code preview} as a data URL, and {@code ended}.
 */
@RequestScoped
@Path("generations/{id}/progress")
public class ProgressResource {

  private static final Duration AGE = Duration.ofMinutes(15);
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final int PREVIEW_EDGE = 512;

  @Inject GenerationService generations;
  @Inject GenerationEvents events;
  @Inject EventStream streams;
  @Inject ImageCodec codec;
  @Inject Visit visit;

  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void watch(
      @PathParam("id") String id,
      @Context SseEventSink sink,
      @Context Sse sse,
      @Context HttpServletResponse headers) {
    visit.require(Scope.GALLERY_READ);
    generations.get(visit.caller(), id);
    headers.setHeader("X-Accel-Buffering", "no"); // Nginx would hold events back
    AtomicReference<Watch> watch = new AtomicReference<>();
    EventStream.Channel channel =
        streams.open(
            sink, sse, AGE, () -> Optional.ofNullable(watch.get()).ifPresent(Watch::close));
    channel.retryAfter(PAUSE);
    Teller teller = new Teller(channel, codec);
    watch.set(events.watch(id, teller::tell));
  }

  /** Tells one page. */
  private record Teller(EventStream.Channel channel, ImageCodec codec) {

    void tell(GenerationEvent event) {
      boolean ended = event.type().isFinal();
      try {
        channel.send(null, null, data(event, ended));
      } finally {
        if (ended) {
          channel.close();
        }
      }
    }

    private String data(GenerationEvent event, boolean ended) {
      JsonObjectBuilder data =
          WireJson.object().add("progress", Math.round(event.progress() * 100)).add("ended", ended);
      if (event.preview() != null) {
        byte[] jpeg = codec.thumbnail(event.preview(), PREVIEW_EDGE);
        data.add("index", event.imageIndex())
            .add("preview", "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg));
      }
      return data.build().toString();
    }
  }
}
