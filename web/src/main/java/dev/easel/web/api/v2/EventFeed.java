package dev.easel.web.api.v2;

import dev.easel.service.generation.GenerationEvent;
import dev.easel.web.api.EventStream;
import java.util.function.BiFunction;

/** Numbers the events of one stream and ends it after the last. Called by one thread at a time. */
final class EventFeed {

  private final EventStream.Channel channel;
  private final BiFunction<GenerationEvent, Boolean, String> view;
  private int number;

  /**
   * @param view makes the data of an event; true asks for the whole generation in it
   */
  EventFeed(EventStream.Channel channel, BiFunction<GenerationEvent, Boolean, String> view) {
    this.channel = channel;
    this.view = view;
  }

  void tell(GenerationEvent event) {
    boolean last = event.type().isFinal();
    try {
      number++;
      String data = view.apply(event, last || number == 1);
      channel.send(event.type().wire(), Integer.toString(number), data);
    } finally {
      if (last) {
        channel.close();
      }
    }
  }
}
