package dev.easel.adapter.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.easel.domain.asset.BlobStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What has to be kept of a job where its node does not keep it: the node's own id for it, an answer
 * that comes only once. It lies with the images, so that every server finds it, also after a crash.
 */
@ApplicationScoped
public class JobShelf {

  private static final Logger LOG = Logger.getLogger(JobShelf.class.getName());
  private static final String ROOT = "jobs";

  /** Longer than any job is waited for. */
  private static final Duration KEPT = Duration.ofHours(3);

  private static final Duration KEPT_AFTER_FETCH = Duration.ofMinutes(5);
  private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(10);

  @Inject BlobStore blobs;
  @Inject Clock clock;

  /** Files do not tell their age: what was first seen that long ago is at least as old. */
  private final Map<String, Instant> firstSeen = new HashMap<>();

  private Instant nextSweep = Instant.MIN;

  /**
   * @param name of lower-case letters, digits and hyphens
   * @throws BlobStore.StorageException if it could not be kept
   */
  public void put(String upstreamId, String name, byte[] content) {
    sweep();
    String key = key(upstreamId) + "/" + name;
    if (!blobs.exists(key)) {
      blobs.put(key, content);
    }
  }

  public void put(String upstreamId, String name, String content) {
    put(upstreamId, name, content.getBytes(UTF_8));
  }

  /** The names of what is kept of a job. */
  public Set<String> names(String upstreamId) {
    Set<String> names = new TreeSet<>();
    blobs.eachKey(key(upstreamId), key -> names.add(key.substring(key.lastIndexOf('/') + 1)));
    return names;
  }

  public Optional<String> read(String upstreamId, String name) {
    String key = key(upstreamId) + "/" + name;
    if (!blobs.exists(key)) {
      return Optional.empty();
    }
    try (InputStream in = blobs.open(key)) {
      return Optional.of(new String(in.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new BlobStore.StorageException("Cannot read " + key, e);
    }
  }

  /** It was fetched: it is kept a little while, should that have to be done once more. */
  public void fetched(String upstreamId) {
    synchronized (firstSeen) {
      firstSeen.put(upstreamId, clock.instant().minus(KEPT).plus(KEPT_AFTER_FETCH));
    }
  }

  private static String key(String upstreamId) {
    return ROOT + "/" + upstreamId;
  }

  /** Takes away what no one can be waiting for any more. */
  private void sweep() {
    Instant now = clock.instant();
    synchronized (firstSeen) {
      if (now.isBefore(nextSweep)) {
        return;
      }
      nextSweep = now.plus(BETWEEN_SWEEPS);
      Set<String> jobs = new HashSet<>();
      blobs.eachKey(ROOT, key -> jobs.add(key.split("/")[1]));
      firstSeen.keySet().retainAll(jobs);
      jobs.forEach(job -> firstSeen.putIfAbsent(job, now));
      jobs.stream().filter(job -> firstSeen.get(job).plus(KEPT).isBefore(now)).forEach(this::drop);
    }
  }

  private void drop(String upstreamId) {
    try {
      blobs.deleteTree(key(upstreamId));
    } catch (BlobStore.StorageException e) {
      LOG.log(Level.WARNING, e, () -> "The next sweep tries again to remove " + upstreamId);
    }
  }
}
