package dev.easel.web.api.v2;

import dev.easel.service.generation.GenerationEvent;
import dev.easel.web.api.EventStream;
import java.util.function.BiFunction;

/** Numbers the events of one stream. Called by one thread at a time. */
final class EventFeed {

  private final BiFunction<GenerationEvent, Boolean, String> view;
  private int number;

  /**
   * @param view makes the data of an event; true asks for the whole generation in it
   */
  EventFeed(BiFunction<GenerationEvent, Boolean, String> view) {
    this.view = view;
  }

  void tell(EventStream.Channel channel, GenerationEvent event) {
    number++;
    String data = view.apply(event, event.type().isFinal() || number == 1);
    channel.send(event.type().wire(), Integer.toString(number), data);
  }
}
