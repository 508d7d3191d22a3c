package dev.easel.service.gallery;

import dev.easel.domain.gallery.Meaning;
import dev.easel.domain.gallery.MeaningRepository.Described;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Housekeeping;
import dev.easel.domain.vision.Headroom;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Makes meanings of what has none: of new items within seconds, of a gallery that was there before
 * in turns, one text at a time, with pauses between them.
 */
@ApplicationScoped
public class MeaningFilling implements Housekeeping {

  private static final Logger LOG = Logger.getLogger(MeaningFilling.class.getName());
  private static final int AT_ONCE = 50;
  private static final Duration TURN = Duration.ofSeconds(10);

  @Inject Meanings meanings;
  @Inject MeaningSteps steps;
  @Inject Headroom headroom;

  @Override
  public String name() {
    return "gallery-meaning";
  }

  @Override
  public Duration every() {
    return Duration.ofSeconds(3);
  }

  @Override
  public void run() {
    if (meanings.areMade() && headroom.isEnough()) {
      long end = System.nanoTime() + TURN.toNanos();
      int some = AT_ONCE;
      while (some == AT_ONCE && System.nanoTime() - end < 0) {
        some = fill();
      }
    }
  }

  private int fill() {
    List<Described> missing = steps.missing(AT_ONCE);
    try {
      Map<Described, Meaning> made = new LinkedHashMap<>();
      missing.forEach(item -> made.put(item, meanings.of(item.text())));
      steps.put(made);
      return missing.size();
    } catch (FailureException e) {
      LOG.log(Level.FINE, e, () -> "Meanings are not made on this machine");
      return 0;
    }
  }
}
