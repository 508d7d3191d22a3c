package dev.easel.web.api.openai;

import dev.easel.domain.asset.ImageCodec;
import dev.easel.domain.asset.Provenance;
import dev.easel.domain.asset.Provenance.SourceType;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.identity.Caller;
import dev.easel.service.catalog.CatalogService;
import dev.easel.service.generation.GenerationDetails;
import dev.easel.service.generation.GenerationService;
import dev.easel.web.api.EventStream;
import dev.easel.web.api.GenerationStreams;
import dev.easel.web.error.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.awt.image.BufferedImage;
import java.time.Duration;

/** Opens streams of {@code images/generations} and {@code images/edits}. */
@ApplicationScoped
public class ImageStreams {

  private static final Duration AGE = Duration.ofMinutes(30);

  @Inject GenerationStreams streams;
  @Inject GenerationService generations;
  @Inject ImagesJson views;
  @Inject ImageCodec codec;
  @Inject CatalogService catalog;
  @Inject OpenAiErrors errors;

  /**
   * Follows an accepted generation to its end; the client may go at any time.
   *
   * @param family what the names of the events begin with
   */
  void open(Caller caller, Generation generation, String family, SseEventSink sink, Sse sse) {
    streams.follow(
        generation.id(),
        new GenerationStreams.Client(sink, sse),
        AGE,
        channel -> {
          Connected client = new Connected(caller, generation, family, channel);
          ImageStreamWriter writer = new ImageStreamWriter(generation, client);
          channel.atAge(writer::giveUp);
          return writer;
        });
  }

  /** A client at the other end of a channel. */
  private final class Connected implements ImageStreamWriter.Surroundings {
    private final Caller caller;
    private final Generation accepted;
    private final String family;
    private final EventStream.Channel channel;

    Connected(Caller caller, Generation accepted, String family, EventStream.Channel channel) {
      this.caller = caller;
      this.accepted = accepted;
      this.family = family;
      this.channel = channel;
    }

    @Override
    public GenerationDetails details() {
      return generations.get(caller, accepted.id());
    }

    @Override
    public JsonObject partial(
        Generation generation, BufferedImage state, int imageIndex, int index) {
      byte[] encoded =
          codec.encode(
              state,
              generation.format(),
              generation.encodingQuality(),
              provenance(generation, imageIndex));
      return views.partial(family, generation, encoded, index);
    }

    @Override
    public JsonObject completed(GenerationDetails details, int position) {
      return views.completed(family, details.generation(), details.images().get(position));
    }

    @Override
    public JsonObject failure(RuntimeException cause) {
      return errors.word(Refusal.of(cause), "").body();
    }

    @Override
    public void send(String name, JsonObject data) {
      channel.send(name, null, data.toString());
    }

    @Override
    public void close() {
      channel.close();
    }
  }

  private Provenance provenance(Generation generation, int imageIndex) {
    SourceType type =
        catalog
            .current()
            .find(generation.modelId())
            .filter(entry -> !entry.substituted())
            .map(entry -> entry.model().sourceType())
            .orElse(SourceType.ALGORITHMIC_MEDIA);
    return new Provenance(
        type,
        generation.modelId(),
        generation.effectivePrompt(),
        generation.seed() + imageIndex,
        generation.id(),
        generation.createdAt());
  }
}
