package dev.easel.web.api.v2;

import dev.easel.domain.generation.GenerationStatus;
import dev.easel.service.generation.GenerationDetails;
import dev.easel.service.generation.GenerationDetails.Waiting;
import dev.easel.service.generation.GenerationEvent;
import dev.easel.web.api.GenerationStreams;
import dev.easel.web.api.WireJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;

/** Data of the events of a generation. */
@ApplicationScoped
public class EventJson {

  private static final int PREVIEW_EDGE = 256;

  @Inject GenerationJson views;
  @Inject GenerationStreams streams;
  @Inject Clock clock;

  /**
   * @param full whether the generation goes in whole
   */
  String of(GenerationEvent event, GenerationDetails details, String base, boolean full) {
    JsonObjectBuilder data =
        WireJson.object()
            .add("event", event.type().wire())
            .add("timestamp", WireJson.time(clock.instant()))
            .add("generation_id", event.generationId())
            .add("status", status(event.type()).wire())
            .add("progress", WireJson.fraction(event.progress()));
    if (event.type() == GenerationEvent.Type.QUEUED) {
      data.add("waiting_reason", WireJson.text(details.waiting().map(Waiting::reason)));
    }
    if (event.preview() != null) {
      data.add("image_index", event.imageIndex())
          .add("preview_index", event.previewIndex())
          .add("preview", streams.dataUrl(event.preview(), PREVIEW_EDGE));
    }
    if (full) {
      data.add("generation", views.whole(details, base, false));
    }
    return data.build().toString();
  }

  private static GenerationStatus status(GenerationEvent.Type type) {
    return switch (type) {
      case QUEUED -> GenerationStatus.QUEUED;
      case STARTED, PROGRESS, PREVIEW -> GenerationStatus.PROCESSING;
      case COMPLETED -> GenerationStatus.COMPLETED;
      case FAILED -> GenerationStatus.FAILED;
      case CANCELLED -> GenerationStatus.CANCELLED;
    };
  }
}
