package dev.easel.service.asset;

import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Bounds the memory of decoding what is given to us: so many pictures at once and no more. */
@ApplicationScoped
public class DecodingPermits {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Inject
  @ConfigProperty(name = "easel.inputs.at-once", defaultValue = "2")
  int atOnce = 2;

  private Semaphore free;

  @PostConstruct
  void open() {
    free = new Semaphore(Math.max(1, atOnce), true);
  }

  /**
   * @throws FailureException {@code MAINTENANCE} if no permit comes free in time
   */
  public <T> T with(Supplier<T> work) {
    try {
      if (!free.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw busy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy();
    }
    try {
      return work.get();
    } finally {
      free.release();
    }
  }

  private static FailureException busy() {
    return FailureException.of(FailureCode.MAINTENANCE, "Too many pictures are being read")
        .with("reason", "inputs_busy")
        .after(Duration.ofSeconds(5));
  }
}
