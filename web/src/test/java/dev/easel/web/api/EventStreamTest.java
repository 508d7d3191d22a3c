package dev.easel.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class EventStreamTest {

  private static final Duration AGE = Duration.ofMinutes(15);

  /** What the client sees. */
  private final List<String> wire = new ArrayList<>();

  private final EventStream streams = new EventStream();
  private Instant now = Instant.parse("2026-11-21T10:00:00Z");

  EventStreamTest() {
    streams.clock = new Hand();
  }

  @Test
  void aYoungStreamIsKeptAlive() {
    open();

    streams.beat();

    assertThat(wire).containsExactly("comment keepalive");
    assertThat(streams.count()).isEqualTo(1);
  }

  @Test
  void anOldStreamSaysThatItEnds() {
    open();

    now = now.plus(AGE).plusSeconds(1);
    streams.beat();

    assertThat(wire).containsExactly("comment reconnect", "close", "told");
    assertThat(streams.count()).isZero();
  }

  @Test
  void aSurfaceMayEndItInItsOwnWords() {
    EventStream.Channel channel = open();
    channel.atAge(() -> channel.send("error", null, "{}"));

    now = now.plus(AGE).plusSeconds(1);
    streams.beat();

    assertThat(wire).containsExactly("data {} error", "close", "told");
  }

  private EventStream.Channel open() {
    return streams.open(new Client(), sse(), AGE, () -> wire.add("told"));
  }

  /** Builders whose event is the text of the calls that made it. */
  private static Sse sse() {
    return proxy(Sse.class, (sse, method, arguments) -> builder());
  }

  private static OutboundSseEvent.Builder builder() {
    List<String> said = new ArrayList<>();
    return proxy(
        OutboundSseEvent.Builder.class,
        (builder, method, arguments) -> {
          switch (method.getName()) {
            case "build":
              return event(String.join(" ", said));
            case "data":
              said.add(0, "data");
              said.add((String) arguments[arguments.length - 1]);
              return builder;
            case "comment":
              said.add("comment");
              break;
            default:
              break;
          }
          said.add((String) arguments[0]);
          return builder;
        });
  }

  private static OutboundSseEvent event(String text) {
    return proxy(OutboundSseEvent.class, (event, method, arguments) -> text);
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            EventStreamTest.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private final class Client implements SseEventSink {
    private boolean closed;

    @Override
    public boolean isClosed() {
      return closed;
    }

    @Override
    public CompletionStage<?> send(OutboundSseEvent event) {
      wire.add(event.toString());
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public void close() {
      closed = true;
      wire.add("close");
    }
  }

  private final class Hand extends Clock {
    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
