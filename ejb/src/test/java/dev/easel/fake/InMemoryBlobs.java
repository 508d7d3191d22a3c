package dev.easel.fake;

import dev.easel.domain.asset.BlobStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;

/** Files without a disk, which can be full. */
public final class InMemoryBlobs implements BlobStore {

  private final Map<String, byte[]> files = new ConcurrentSkipListMap<>();
  private int room = Integer.MAX_VALUE;
  private String stuck;
  private int refusals;
  private int silences;

  /** From now on what begins so cannot be deleted, as on a disk with a broken sector. */
  public void stuck(String prefix) {
    stuck = prefix;
  }

  /** How often that was tried. */
  public int refusals() {
    return refusals;
  }

  public List<String> keys() {
    return List.copyOf(files.keySet());
  }

  /** From now on only so many files can be written. */
  public void roomFor(int count) {
    room = count;
  }

  /** So many calls are not answered, as by a store behind a network that is down. */
  public void silent(int calls) {
    silences = calls;
  }

  @Override
  public void put(String key, byte[] content) {
    probe();
    room--;
    if (files.putIfAbsent(key, content.clone()) != null) {
      throw new IllegalStateException("Written twice: " + key);
    }
  }

  @Override
  public InputStream open(String key) {
    answer();
    if (!files.containsKey(key)) {
      throw new MissingBlobException(key, null);
    }
    return new ByteArrayInputStream(files.get(key));
  }

  @Override
  public boolean exists(String key) {
    return files.containsKey(key);
  }

  @Override
  public void deleteTree(String prefix) {
    answer();
    if (stuck != null && prefix.startsWith(stuck)) {
      refusals++;
      throw new StorageException("Cannot delete " + prefix, new IOException("Input/output error"));
    }
    files.keySet().removeIf(key -> key.equals(prefix) || key.startsWith(prefix + "/"));
  }

  private void answer() {
    if (silences > 0) {
      silences--;
      throw new UnreachableException("No answer", new IOException("Connection refused"));
    }
  }

  @Override
  public void eachKey(String prefix, Consumer<String> visitor) {
    keys().stream().filter(key -> key.startsWith(prefix)).forEach(visitor);
  }

  @Override
  public void probe() {
    answer();
    if (room <= 0) {
      throw new StorageException("The disk is full", new IOException("No space left on device"));
    }
  }
}
