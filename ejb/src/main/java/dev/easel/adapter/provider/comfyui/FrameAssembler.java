package dev.easel.adapter.provider.comfyui;

import java.io.ByteArrayOutputStream;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Puts messages together, which come in parts of 16 KiB, and passes on whole ones. */
final class FrameAssembler implements WebSocket.Listener {

  /** A preview has some hundred kilobytes, a state of progress less. */
  private static final int MOST = 32 << 20;

  private final EventRouter router;
  private final Consumer<WebSocket> lost;
  private final StringBuilder text = new StringBuilder();
  private final ByteArrayOutputStream binary = new ByteArrayOutputStream();
  private volatile long heardAt = System.nanoTime();

  FrameAssembler(EventRouter router, Consumer<WebSocket> lost) {
    this.router = router;
    this.lost = lost;
  }

  /** Nanoseconds since the last sign of life, if only a pong. */
  long silentFor() {
    return System.nanoTime() - heardAt;
  }

  @Override
  public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
    heardAt = System.nanoTime();
    if (text.length() + part.length() > MOST) {
      return tooMuch(socket);
    }
    text.append(part);
    if (last) {
      String message = text.toString();
      text.setLength(0);
      router.text(message);
    }
    socket.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer part, boolean last) {
    heardAt = System.nanoTime();
    if (binary.size() + part.remaining() > MOST) {
      return tooMuch(socket);
    }
    byte[] bytes = new byte[part.remaining()];
    part.get(bytes);
    binary.writeBytes(bytes);
    if (last) {
      ByteBuffer frame = ByteBuffer.wrap(binary.toByteArray());
      binary.reset();
      router.binary(frame);
    }
    socket.request(1);
    return null;
  }

  private CompletionStage<?> tooMuch(WebSocket socket) {
    socket.abort();
    lost.accept(socket);
    return null;
  }

  @Override
  public CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
    heardAt = System.nanoTime();
    socket.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
    lost.accept(socket);
    return null;
  }

  @Override
  public void onError(WebSocket socket, Throwable error) {
    lost.accept(socket);
  }
}
