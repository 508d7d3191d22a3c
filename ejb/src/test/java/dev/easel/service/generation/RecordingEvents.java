package dev.easel.service.generation;

import java.util.ArrayList;
import java.util.List;

/** Events nobody watches, kept for the test. */
final class RecordingEvents extends GenerationEvents {

  private final List<GenerationEvent> published = new ArrayList<>();

  @Override
  void publish(GenerationEvent event) {
    published.add(event);
  }

  List<GenerationEvent> published() {
    return published;
  }

  List<GenerationEvent.Type> types() {
    return published.stream().map(GenerationEvent::type).toList();
  }
}
