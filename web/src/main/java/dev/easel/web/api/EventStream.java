package dev.easel.web.api;

import dev.easel.service.background.BackgroundThreads;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Open event streams. Each gets a comment every 15 seconds, the only heartbeat all clients bear;
 * the write also finds out who has gone. Streams end after their age, so that none lives for ever,
 * and say so: who watches on connects again.
 */
@ApplicationScoped
public class EventStream {

  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  @Inject BackgroundThreads background;
  @Inject Clock clock;

  private final Set<Channel> channels = ConcurrentHashMap.newKeySet();

  @PostConstruct
  void start() {
    background.every(HEARTBEAT, this::beat);
  }

  @PreDestroy
  void stop() {
    channels.forEach(Channel::close);
  }

  /**
   * Opens a channel on a sink.
   *
   * @param age after which the stream is closed, whatever happens
   * @param onClose called once when the stream ends for any reason
   */
  public Channel open(SseEventSink sink, Sse sse, Duration age, Runnable onClose) {
    Channel channel = new Channel(sink, sse, clock.instant().plus(age), onClose);
    channels.add(channel);
    return channel;
  }

  /** Streams open now. */
  public int count() {
    return channels.size();
  }

  void beat() {
    Instant now = clock.instant();
    for (Channel channel : channels) {
      if (channel.until.isBefore(now)) {
        channel.expire();
      } else {
        channel.comment("keepalive");
      }
    }
  }

  /** One client's stream. Thread-safe; a write to a client that has gone closes it. */
  public final class Channel implements AutoCloseable {
    private final SseEventSink sink;
    private final Sse sse;
    private final Instant until;
    private final Runnable onClose;
    private boolean closed;
    private Duration reconnect;
    private Runnable farewell = () -> comment("reconnect");

    private Channel(SseEventSink sink, Sse sse, Instant until, Runnable onClose) {
      this.sink = sink;
      this.sse = sse;
      this.until = until;
      this.onClose = onClose;
    }

    /**
     * Sends an event.
     *
     * @param name null for an unnamed one, which browsers hand to {@code onmessage}
     * @param id null for none
     */
    public void send(String name, String id, String data) {
      OutboundSseEvent.Builder event = sse.newEventBuilder().data(String.class, data);
      if (name != null) {
        event.name(name);
      }
      if (id != null) {
        event.id(id);
      }
      if (reconnect != null) {
        event.reconnectDelay(reconnect.toMillis());
        reconnect = null;
      }
      write(event.build());
    }

    /**
     * Tells the client, with the first event, how long to wait before it connects again: Jersey
     * writes that line only beside data.
     */
    public void retryAfter(Duration pause) {
      reconnect = pause;
    }

    /** What to do in place of a comment before the stream is closed for its age. */
    public void atAge(Runnable last) {
      farewell = last;
    }

    public void comment(String text) {
      write(sse.newEventBuilder().comment(text).build());
    }

    @Override
    public void close() {
      synchronized (this) {
        if (closed) {
          return;
        }
        closed = true;
      }
      channels.remove(this);
      sink.close();
      onClose.run();
    }

    private void expire() {
      try {
        farewell.run();
      } finally {
        close();
      }
    }

    private void write(OutboundSseEvent event) {
      if (sink.isClosed()) {
        close();
        return;
      }
      sink.send(event)
          .whenComplete(
              (sent, broken) -> {
                if (broken != null) {
                  close();
                }
              });
    }
  }
}
