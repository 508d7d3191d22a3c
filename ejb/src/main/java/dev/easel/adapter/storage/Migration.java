package dev.easel.adapter.storage;

import dev.easel.domain.asset.BlobStore;
import dev.easel.domain.asset.BlobStore.MissingBlobException;
import dev.easel.domain.asset.BlobStore.StorageException;
import dev.easel.domain.asset.BlobStore.UnreachableException;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/**
 * Copies blobs from one store to another, or compares them. What a key names never changes, so that
 * a server may work meanwhile, and a copy that broke off is simply begun again.
 */
final class Migration {

  /** What happens to each blob of the source. */
  enum Mode {
    /** Looked for in the target, no more. */
    DRY_RUN,
    /** Copied if it is not there, and read back. */
    COPY,
    /** Copied if it is not there, and removed from the source once both have been compared. */
    MOVE,
    /** Read from both and compared. */
    CHECK
  }

  private static final int AT_ONCE = 8;

  private final BlobStore source;
  private final BlobStore target;
  private final Mode mode;
  private final Consumer<String> problems;

  private final LongAdder copied = new LongAdder();
  private final LongAdder bytes = new LongAdder();
  private final LongAdder there = new LongAdder();
  private final LongAdder removed = new LongAdder();
  private final LongAdder wrong = new LongAdder();
  private volatile boolean stopped;

  /**
   * @param problems told a sentence about each blob that is not as it should be
   */
  Migration(BlobStore source, BlobStore target, Mode mode, Consumer<String> problems) {
    this.source = source;
    this.target = target;
    this.mode = mode;
    this.problems = problems;
  }

  /** Whether everything is as it should be now. */
  boolean run() throws InterruptedException {
    ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
    Semaphore room = new Semaphore(AT_ONCE * 4);
    try {
      source.eachKey("", key -> submit(workers, room, key));
    } catch (UnreachableException e) {
      stop(e);
    } finally {
      workers.shutdown();
      while (!workers.awaitTermination(1, TimeUnit.MINUTES)) {
        continue; // a large blob on a slow line
      }
    }
    return wrong.sum() == 0 && !stopped;
  }

  /** For people: what was done. */
  String summary() {
    return switch (mode) {
      case DRY_RUN ->
          "%d to copy, %d already there, %d wrong"
              .formatted(copied.sum(), there.sum(), wrong.sum());
      case COPY ->
          "%d copied (%d bytes), %d already there, %d wrong"
              .formatted(copied.sum(), bytes.sum(), there.sum(), wrong.sum());
      case MOVE ->
          "%d copied (%d bytes), %d already there, %d removed from the source, %d wrong"
              .formatted(copied.sum(), bytes.sum(), there.sum(), removed.sum(), wrong.sum());
      case CHECK ->
          "%d the same (%d bytes), %d wrong".formatted(there.sum(), bytes.sum(), wrong.sum());
    };
  }

  private void submit(ExecutorService workers, Semaphore room, String key) {
    if (stopped) {
      return;
    }
    room.acquireUninterruptibly();
    workers.execute(
        () -> {
          try {
            handle(key);
          } finally {
            room.release();
          }
        });
  }

  private void handle(String key) {
    if (stopped) {
      return;
    }
    try {
      switch (mode) {
        case DRY_RUN -> (target.exists(key) ? there : copied).increment();
        case COPY -> copy(key);
        case MOVE -> move(key);
        case CHECK -> compare(key);
      }
    } catch (UnreachableException e) {
      stop(e);
    } catch (StorageException e) {
      // What the server deleted meanwhile is nobody's loss.
      if (!(e instanceof MissingBlobException) || source.exists(key)) {
        bad(e.getMessage());
      }
    }
  }

  private void copy(String key) {
    if (target.exists(key)) {
      there.increment();
      return;
    }
    byte[] content = source.read(key);
    target.put(key, content);
    if (!Arrays.equals(content, target.read(key))) {
      bad(key + " is not in the target what was put there");
      return;
    }
    copied.increment();
    bytes.add(content.length);
  }

  private void move(String key) {
    copy(key);
    if (!Arrays.equals(source.read(key), target.read(key))) {
      bad(key + " differs: it stays in the source");
      return;
    }
    source.deleteTree(key);
    removed.increment();
  }

  private void compare(String key) {
    byte[] content = source.read(key);
    if (!target.exists(key)) {
      bad(key + " is missing");
    } else if (!Arrays.equals(content, target.read(key))) {
      bad(key + " differs");
    } else {
      there.increment();
      bytes.add(content.length);
    }
  }

  private void bad(String problem) {
    wrong.increment();
    problems.accept(problem);
  }

  private void stop(UnreachableException reason) {
    stopped = true;
    problems.accept("Stopped, start it again later: " + reason.getMessage());
  }
}
