package dev.easel.service.asset;

import dev.easel.domain.asset.BlobStore;
import dev.easel.domain.asset.BlobStore.StorageException;
import dev.easel.domain.asset.BlobStore.UnreachableException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Removes files nobody will ask for again. What the disk does not let go of is no reason to stop:
 * it is logged, and every sweep of the storage tries it anew.
 */
final class Removal {

  private static final Logger LOG = Logger.getLogger(Removal.class.getName());
  private static final int TRIES = 3;

  private Removal() {}

  /** Whether nothing of it is left. */
  static boolean of(String key, BlobStore blobs) {
    StorageException reason = null;
    for (int tried = 0; tried < TRIES; tried++) {
      try {
        blobs.deleteTree(key);
        return true;
      } catch (UnreachableException e) {
        reason = e;
        break; // its client has tried for long enough
      } catch (StorageException e) {
        reason = e;
      }
    }
    LOG.log(Level.WARNING, reason, () -> "Left for the next sweep of the storage: " + key);
    return false;
  }
}
