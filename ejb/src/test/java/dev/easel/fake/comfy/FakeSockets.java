package dev.easel.fake.comfy;

import io.undertow.websockets.core.AbstractReceiveListener;
import io.undertow.websockets.core.BufferedTextMessage;
import io.undertow.websockets.core.StreamSinkFrameChannel;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSocketFrameType;
import io.undertow.websockets.core.WebSockets;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.xnio.IoUtils;
import org.xnio.channels.Channels;

/** One socket per client id; the later takes the place of the earlier. */
final class FakeSockets {

  private final Map<String, Peer> byClient = new ConcurrentHashMap<>();

  /** A lock of our own: the channel's is needed by the thread that writes. */
  private record Peer(WebSocketChannel channel) {}

  private final Set<String> withMetadata = ConcurrentHashMap.newKeySet();

  void open(String clientId, WebSocketChannel channel, JsonObject features) {
    Peer peer = new Peer(channel);
    byClient.put(clientId, peer);
    withMetadata.remove(clientId);
    channel.getReceiveSetter().set(new Features(clientId, features));
    channel.addCloseTask(closed -> byClient.remove(clientId, peer));
    channel.resumeReceives();
  }

  private final class Features extends AbstractReceiveListener {
    private final String clientId;
    private final JsonObject ours;

    Features(String clientId, JsonObject ours) {
      this.clientId = clientId;
      this.ours = ours;
    }

    @Override
    protected void onFullTextMessage(WebSocketChannel channel, BufferedTextMessage message) {
      JsonObject json = FakeJson.parse(message.getData()).orElseThrow();
      if (FakeJson.string(json, "type").equals("feature_flags")) {
        if (FakeJson.child(json, "data").getBoolean("supports_preview_metadata", false)) {
          withMetadata.add(clientId);
        }
        channel.getWorker().execute(() -> send(clientId, "feature_flags", ours));
      }
    }
  }

  static JsonObject features() {
    return FakeJson.object()
        .add("supports_preview_metadata", true)
        .add("max_upload_size", 104_857_600)
        .build();
  }

  boolean isOpen(String clientId) {
    return byClient.containsKey(clientId);
  }

  boolean wantsMetadata(String clientId) {
    return withMetadata.contains(clientId);
  }

  void broadcast(String type, JsonObject data) {
    byClient.keySet().forEach(clientId -> send(clientId, type, data));
  }

  /** Blocks until it is written, so that events keep their order. */
  void send(String clientId, String type, JsonObject data) {
    Peer peer = byClient.get(clientId);
    if (peer == null) {
      return;
    }
    String message = FakeJson.object().add("type", type).add("data", data).build().toString();
    try {
      synchronized (peer) {
        WebSockets.sendTextBlocking(message, peer.channel());
      }
    } catch (IOException e) {
      drop(clientId);
    }
  }

  /** In three fragments. */
  void send(String clientId, byte[] frame) {
    Peer peer = byClient.get(clientId);
    if (peer == null) {
      return;
    }
    try {
      synchronized (peer) {
        StreamSinkFrameChannel sink = peer.channel().send(WebSocketFrameType.BINARY);
        int third = frame.length / 3;
        write(sink, ByteBuffer.wrap(frame, 0, third));
        write(sink, ByteBuffer.wrap(frame, third, third));
        write(sink, ByteBuffer.wrap(frame, 2 * third, frame.length - 2 * third));
        sink.shutdownWrites();
        Channels.flushBlocking(sink);
      }
    } catch (IOException e) {
      drop(clientId);
    }
  }

  private static void write(StreamSinkFrameChannel sink, ByteBuffer part) throws IOException {
    Channels.writeBlocking(sink, part);
    Channels.flushBlocking(sink);
  }

  void drop(String clientId) {
    Peer peer = byClient.remove(clientId);
    if (peer != null) {
      // On its own thread: closed from another while that one writes, it may stay half open.
      peer.channel().getIoThread().execute(() -> IoUtils.safeClose(peer.channel()));
    }
  }

  void dropAll() {
    byClient.keySet().forEach(this::drop);
  }
}
