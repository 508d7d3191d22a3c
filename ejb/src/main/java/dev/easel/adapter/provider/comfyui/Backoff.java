package dev.easel.adapter.provider.comfyui;

import java.time.Duration;

/** Pauses between attempts to connect, each twice as long as the last up to a limit. */
final class Backoff {

  private final Duration first;
  private final Duration longest;
  private Duration next;

  Backoff(Duration first, Duration longest) {
    this.first = first;
    this.longest = longest;
    this.next = first;
  }

  synchronized Duration next() {
    Duration now = next;
    Duration doubled = now.multipliedBy(2);
    next = doubled.compareTo(longest) > 0 ? longest : doubled;
    return now;
  }

  synchronized void reset() {
    next = first;
  }
}
