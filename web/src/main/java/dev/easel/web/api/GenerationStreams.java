package dev.easel.web.api;

import dev.easel.domain.asset.ImageCodec;
import dev.easel.service.generation.GenerationEvent;
import dev.easel.service.generation.GenerationEvents;
import dev.easel.service.generation.Watch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.Base64;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/** Event streams that follow one generation until the client goes or the stream is too old. */
@ApplicationScoped
public class GenerationStreams {

  private static final Duration RECONNECT = Duration.ofSeconds(2);

  @Inject EventStream streams;
  @Inject GenerationEvents events;
  @Inject ImageCodec codec;

  /** The client at the other end of a sink. */
  public record Client(SseEventSink sink, Sse sse) {}

  /**
   * Tells a client what happens, its present state first, and ends the stream after the last event.
   *
   * @param teller called in order, by one thread at a time
   */
  public void toEnd(
      String generationId,
      Client client,
      Duration age,
      BiConsumer<EventStream.Channel, GenerationEvent> teller) {
    follow(
        generationId,
        client,
        age,
        channel -> {
          channel.retryAfter(RECONNECT);
          return event -> tell(channel, event, teller);
        });
  }

  /**
   * The same, where the teller itself ends the stream.
   *
   * @param teller made of the channel before the first event
   */
  public void follow(
      String generationId,
      Client client,
      Duration age,
      Function<EventStream.Channel, Consumer<GenerationEvent>> teller) {
    Subscription subscription = new Subscription();
    EventStream.Channel channel = streams.open(client.sink(), client.sse(), age, subscription::end);
    subscription.begin(events.watch(generationId, teller.apply(channel)));
  }

  /**
   * An intermediate state as a page can show it.
   *
   * @param edge of the longer side, in pixels
   */
  public String dataUrl(BufferedImage preview, int edge) {
    byte[] jpeg = codec.thumbnail(preview, edge);
    return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg);
  }

  private static void tell(
      EventStream.Channel channel,
      GenerationEvent event,
      BiConsumer<EventStream.Channel, GenerationEvent> teller) {
    try {
      teller.accept(channel, event);
    } finally {
      if (event.type().isFinal()) {
        channel.close();
      }
    }
  }

  /** Ends the watch when the channel closes, which may be before the watch is known. */
  private static final class Subscription {
    private Watch watch;
    private boolean ended;

    synchronized void begin(Watch begun) {
      watch = begun;
      if (ended) {
        begun.close();
      }
    }

    synchronized void end() {
      ended = true;
      if (watch != null) {
        watch.close();
      }
    }
  }
}
