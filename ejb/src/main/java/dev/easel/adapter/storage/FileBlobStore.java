package dev.easel.adapter.storage;

import dev.easel.domain.asset.BlobStore;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Blobs as files below {@code <easel.data>/blobs}. A blob is written beside, forced to disk and
 * renamed, so that no reader and no crash ever sees half of one.
 */
@ApplicationScoped
@Typed(FileBlobStore.class)
public class FileBlobStore implements BlobStore {

  /** Below this a database on the same disk is about to fail as well. */
  static final long MIN_USABLE_BYTES = 16L << 20;

  private static final Logger LOG = Logger.getLogger(FileBlobStore.class.getName());
  private static final byte[] PROBE = new byte[4096];

  @Inject
  @ConfigProperty(name = "easel.data", defaultValue = "./data")
  String data;

  @Inject Clock clock;

  private BlobPaths paths;

  @PostConstruct
  void open() {
    Path root = root();
    try {
      Durable.createDirectories(root);
      paths = new BlobPaths(root);
      Durable.createDirectories(paths.temporary());
      BlobTree.removeLeftOvers(paths.temporary(), clock.instant());
    } catch (IOException e) {
      String message = "Cannot open the store at " + root + ": " + reason(root, e);
      // The container reports that this method failed, and nothing of why.
      LOG.log(Level.SEVERE, e, () -> message);
      throw new StorageException(message, e);
    }
  }

  /** Where the files are. */
  @Override
  public String toString() {
    return root().toString();
  }

  @Override
  public void put(String key, byte[] content) {
    Path target = paths.of(key);
    Path temporary = temporaryFile();
    try {
      Durable.createDirectories(target.getParent());
      paths.requireInside(target.getParent());
      write(temporary, content);
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
      Durable.forceDirectory(target.getParent());
    } catch (IOException e) {
      throw failure("Cannot store " + key, e, temporary);
    }
  }

  @Override
  public InputStream open(String key) {
    Path file = paths.of(key);
    try {
      if (!Files.isRegularFile(file)) {
        throw new MissingBlobException(key, null);
      }
      paths.requireInside(file);
      return Files.newInputStream(file);
    } catch (IOException e) {
      throw new StorageException("Cannot read " + key, e);
    }
  }

  @Override
  public boolean exists(String key) {
    return Files.isRegularFile(paths.of(key));
  }

  @Override
  public void deleteTree(String prefix) {
    Path path = paths.of(prefix);
    try {
      if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
        paths.requireInside(path.getParent());
        BlobTree.delete(path);
        Durable.forceDirectory(path.getParent());
      }
    } catch (IOException e) {
      throw new StorageException("Cannot delete " + prefix, e);
    }
  }

  @Override
  public void eachKey(String prefix, Consumer<String> visitor) {
    Path start = paths.ofPrefix(prefix);
    try {
      BlobTree.visit(start, paths.temporary(), file -> visitor.accept(paths.keyOf(file)));
    } catch (IOException e) {
      throw new StorageException("Cannot list " + prefix, e);
    }
  }

  @Override
  public void probe() {
    Path temporary = temporaryFile();
    try {
      long usable = usableBytes();
      if (usable < MIN_USABLE_BYTES) {
        throw new StorageException("Only " + usable + " bytes left in the store", null);
      }
      write(temporary, PROBE);
      Files.delete(temporary);
    } catch (IOException e) {
      throw failure("The store takes no writes", e, temporary);
    }
  }

  /** A seam: tests let it fail half-way, as a full disk does. */
  void write(Path file, byte[] content) throws IOException {
    Durable.write(file, content);
  }

  /** A seam: tests report a disk that is nearly full. */
  long usableBytes() throws IOException {
    return Files.getFileStore(paths.temporary()).getUsableSpace();
  }

  private Path root() {
    return Path.of(data, "blobs").toAbsolutePath().normalize();
  }

  private Path temporaryFile() {
    return paths.temporary().resolve(UUID.randomUUID().toString());
  }

  private static String reason(Path root, IOException cause) {
    return Files.exists(root) && !Files.isDirectory(root)
        ? "it is not a directory"
        : cause.toString();
  }

  private static StorageException failure(String message, IOException cause, Path temporary) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
    return new StorageException(message, cause);
  }
}
