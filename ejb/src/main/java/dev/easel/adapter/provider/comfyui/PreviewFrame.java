package dev.easel.adapter.provider.comfyui;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.easel.adapter.provider.NodeJson;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * An image that came over the socket.
 *
 * @param promptId whose it is; empty if the frame did not say
 * @param image an encoded image, read only
 */
record PreviewFrame(String promptId, ByteBuffer image) {

  private static final int PREVIEW = 1;
  private static final int PREVIEW_WITH_METADATA = 4;

  /** Empty for frames of other kinds, and for those that are cut off. */
  static Optional<PreviewFrame> of(ByteBuffer frame) {
    ByteBuffer rest = frame.asReadOnlyBuffer();
    if (rest.remaining() < 8) {
      return Optional.empty();
    }
    int event = rest.getInt();
    int second = rest.getInt();
    if (event == PREVIEW) {
      return Optional.of(new PreviewFrame("", rest.slice()));
    }
    if (event != PREVIEW_WITH_METADATA || second < 0 || second > rest.remaining()) {
      return Optional.empty();
    }
    byte[] metadata = new byte[second];
    rest.get(metadata);
    return NodeJson.parse(new String(metadata, UTF_8))
        .map(json -> new PreviewFrame(NodeJson.string(json, "prompt_id"), rest.slice()));
  }

  byte[] bytes() {
    byte[] copy = new byte[image.remaining()];
    image.duplicate().get(copy);
    return copy;
  }
}
