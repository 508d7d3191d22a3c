package dev.easel.web.ui.studio;

import dev.easel.domain.identity.Scope;
import dev.easel.service.generation.GenerationEvent;
import dev.easel.service.generation.GenerationService;
import dev.easel.web.api.GenerationStreams;
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

/**
 * What happens to a generation, as it happens, for the script of its page: unnamed events with
 * {@code progress} in percent, {@code preview} as a data URL, and {@code ended}.
 */
@RequestScoped
@Path("generations/{id}/progress")
public class ProgressResource {

  private static final Duration AGE = Duration.ofMinutes(15);
  private static final int PREVIEW_EDGE = 512;

  @Inject GenerationService generations;
  @Inject GenerationStreams streams;
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
    streams.toEnd(
        id,
        new GenerationStreams.Client(sink, sse),
        AGE,
        (channel, event) -> channel.send(null, null, data(event)));
  }

  private String data(GenerationEvent event) {
    JsonObjectBuilder data =
        WireJson.object()
            .add("progress", Math.round(event.progress() * 100))
            .add("ended", event.type().isFinal());
    if (event.preview() != null) {
      data.add("index", event.imageIndex())
          .add("preview", streams.dataUrl(event.preview(), PREVIEW_EDGE));
    }
    return data.build().toString();
  }
}
