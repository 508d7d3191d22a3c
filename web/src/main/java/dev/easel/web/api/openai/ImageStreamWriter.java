package dev.easel.web.api.openai;

import dev.easel.domain.generation.Generation;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.generation.GenerationDetails;
import dev.easel.service.generation.GenerationEvent;
import jakarta.json.JsonObject;
import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Writes one generation as a stream: previews as {@code partial_image}, each image as {@code
 * completed}, a failure as {@code error}. SDKs parse every event's data as JSON and take a key
 * {@code error} for a failure, so nothing else is ever sent.
 */
final class ImageStreamWriter implements Consumer<GenerationEvent> {

  /** What the writer needs of its surroundings. */
  interface Surroundings {
    GenerationDetails details();

    JsonObject partial(Generation generation, BufferedImage state, int imageIndex, int index);

    JsonObject completed(GenerationDetails details, int position);

    JsonObject failure(RuntimeException cause);

    void send(String name, JsonObject data);

    void close();
  }

  private final Generation generation;
  private final Surroundings around;
  private final Set<String> seen = new HashSet<>();
  private final Map<Integer, Integer> sent = new HashMap<>();

  ImageStreamWriter(Generation generation, Surroundings around) {
    this.generation = generation;
    this.around = around;
  }

  @Override
  public void accept(GenerationEvent event) {
    try {
      if (event.type() == GenerationEvent.Type.PREVIEW) {
        preview(event);
      } else if (event.type().isFinal()) {
        end();
      }
    } catch (RuntimeException e) {
      around.send("error", around.failure(e));
      around.close();
    }
  }

  /** The stream is too old to go on: clients of this dialect do not connect again by themselves. */
  void giveUp() {
    FailureException old =
        FailureException.of(
            FailureCode.TIMEOUT,
            "The generation %s is still under way; it goes on without this stream"
                .formatted(generation.id()));
    around.send("error", around.failure(old));
  }

  /** The newest preview comes again to who begins to watch; a client counts from 0 without gaps. */
  private void preview(GenerationEvent event) {
    int index = sent.getOrDefault(event.imageIndex(), 0);
    boolean repeated = !seen.add(event.imageIndex() + "/" + event.previewIndex());
    if (repeated || index >= generation.previews()) {
      return;
    }
    JsonObject data = around.partial(generation, event.preview(), event.imageIndex(), index);
    around.send(data.getString("type"), data);
    sent.put(event.imageIndex(), index + 1);
  }

  private void end() {
    GenerationDetails details = around.details();
    ImagesJson.requireCompleted(details.generation());
    for (int position = 0; position < details.images().size(); position++) {
      JsonObject data = around.completed(details, position);
      around.send(data.getString("type"), data);
    }
    around.close();
  }
}
