package dev.easel.domain.asset;

import java.io.InputStream;
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
   * @throws StorageException if there is no such blob
   */
  InputStream open(String key);

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
}
