package dev.easel.domain.asset;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Files under generated keys ({@code images/3f/gen_…/1/0.png}). A key once written is never written
 * again with other content. Never called inside a transaction.
 */
public interface BlobStore {

  /**
   * Writes all or nothing: a reader sees the whole content or no blob.
   *
   * @throws StorageException if the content could not be made durable; nothing remains then
   */
  void put(String key, byte[] content);

  /**
   * Opens a blob for reading; the caller closes the stream.
   *
   * @throws MissingBlobException if there is no such blob
   * @throws StorageException if it cannot be read now
   */
  InputStream open(String key);

  /**
   * The whole blob.
   *
   * @throws MissingBlobException if there is no such blob
   * @throws StorageException if it cannot be read now
   */
  default byte[] read(String key) {
    try (InputStream stream = open(key)) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new StorageException("Cannot read " + key, e);
    }
  }

  /**
   * Where a browser may fetch the blob itself for a short time; empty if it has to be asked of us.
   *
   * @param mediaType what it is to be answered as
   * @param fileName what it is to be saved as
   */
  default Optional<URI> address(String key, String mediaType, String fileName) {
    return Optional.empty();
  }

  boolean exists(String key);

  /** Removes the blob, or all blobs below the key; unknown keys are fine. */
  void deleteTree(String prefix);

  /** Visits every key below the prefix; order undefined. */
  void eachKey(String prefix, Consumer<String> visitor);

  /** Fails with {@link StorageException} when the store cannot take a small write now. */
  void probe();

  /** The store is full, gone or broken. */
  class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StorageException(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** There is no blob of that key. */
  class MissingBlobException extends StorageException {
    private static final long serialVersionUID = 1L;

    public MissingBlobException(String key, Throwable cause) {
      super("No blob " + key, cause);
    }
  }

  /** The store is elsewhere and does not serve at the moment: it is worth trying again later. */
  class UnreachableException extends StorageException {
    private static final long serialVersionUID = 1L;

    public UnreachableException(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
