package dev.easel.domain.shared;

import java.time.Duration;

/** A chore the engine runs now and then on one server of all. */
public interface Housekeeping {

  /** Name of the recurring task, kebab-case. */
  String name();

  /** Pause between two runs. */
  Duration every();

  void run();
}
