package dev.easel.adapter.limit;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** Time that stands still until the test moves it. */
public final class MovableTime implements TimeMeter {

  private volatile long now = 1_000_000_000L;

  public void pass(Duration time) {
    now += time.toNanos();
  }

  @Override
  public long currentTimeNanos() {
    return now;
  }

  @Override
  public boolean isWallClockBased() {
    return false;
  }
}
