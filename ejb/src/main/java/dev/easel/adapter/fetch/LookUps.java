package dev.easel.adapter.fetch;

import dev.easel.domain.fetch.FetchException;
import dev.easel.domain.fetch.FetchException.Reason;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks name servers on threads of their own, for the system's look-up knows no limit of time. */
final class LookUps {

  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "easel-fetch-look-up");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * @throws FetchException if there is no answer in time, or as the look-up throws it
   */
  <T> T within(Duration patience, Callable<T> lookUp) {
    Future<T> asked = threads.submit(lookUp);
    try {
      return asked.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof FetchException refused) {
        throw refused;
      }
      throw new IllegalStateException(e.getCause());
    } catch (TimeoutException e) {
      asked.cancel(true);
      throw new FetchException(Reason.URL_TOO_SLOW, "has a name server that does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FetchException(Reason.URL_TOO_SLOW, "was not read: the server stops", e);
    }
  }

  void close() {
    threads.shutdownNow();
  }
}
