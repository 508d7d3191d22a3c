package dev.easel.web.api.v1;

import dev.easel.domain.asset.ImageId;
import dev.easel.domain.identity.Caller;
import dev.easel.service.generation.GenerationDetails;
import dev.easel.service.generation.GenerationEvent;
import dev.easel.service.generation.GenerationService;
import dev.easel.web.api.EventStream;
import dev.easel.web.api.GenerationStreams;
import dev.easel.web.api.WireJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.List;

/**
 * Streams one file: its state at once, then every change, the last with {@code url} or {@code
 * error}. Events have no name, because the clients of seed 000 listen by {@code onmessage}.
 */
@ApplicationScoped
public class FileStream {

  private static final Duration AGE = Duration.ofMinutes(5);

  /** Finer steps than this are not worth an event. */
  private static final double STEP = 0.05;

  private static final List<String> FLAT = List.of("id", "url", "thumbnail_url", "error", "tasks");

  @Inject GenerationService generations;
  @Inject GenerationStreams streams;
  @Inject FileJson views;

  void open(Caller caller, ImageId file, String base, SseEventSink sink, Sse sse) {
    Teller teller = new Teller(caller, file, base);
    streams.toEnd(file.generationId(), new GenerationStreams.Client(sink, sse), AGE, teller::show);
  }

  /** The envelope of the real service, with the file's own members beside it. */
  static JsonObject envelope(JsonObject file) {
    var envelope = WireJson.object().add("type", "file").add("object", file);
    FLAT.stream().filter(file::containsKey).forEach(name -> envelope.add(name, file.get(name)));
    return envelope.build();
  }

  /** Tells one client; called in order, by one thread at a time. */
  private final class Teller {
    private final Caller caller;
    private final ImageId file;
    private final String base;
    private GenerationDetails known;
    private double told;
    private int number;

    Teller(Caller caller, ImageId file, String base) {
      this.caller = caller;
      this.file = file;
      this.base = base;
    }

    void show(EventStream.Channel channel, GenerationEvent event) {
      boolean minor = event.type() == GenerationEvent.Type.PROGRESS;
      if (event.type() == GenerationEvent.Type.PREVIEW
          || (minor && known != null && event.progress() - told < STEP)) {
        return;
      }
      if (!minor || known == null) {
        known = generations.get(caller, file);
      }
      told = event.progress();
      views
          .one(known, file.index(), base, event.progress())
          .ifPresent(
              now -> channel.send(null, Integer.toString(++number), envelope(now).toString()));
    }
  }
}
