package dev.easel.adapter.storage;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Logger;

/** A file of random bytes that only its owner may read. */
final class MasterKeyFile {

  private static final Logger LOG = Logger.getLogger(MasterKeyFile.class.getName());
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private MasterKeyFile() {}

  /** The bytes of the file, which is made first if there is none. */
  static byte[] readOrCreate(Path file, int length) throws IOException {
    if (!Files.exists(file)) {
      create(file, length);
    }
    warnIfOpen(file);
    return Files.readAllBytes(file);
  }

  /**
   * A link is made only if the name is free, and at once: servers that start together agree on one
   * key, and a crash leaves no short one.
   */
  private static void create(Path file, int length) throws IOException {
    byte[] key = new byte[length];
    new SecureRandom().nextBytes(key);
    Durable.createDirectories(file.getParent());
    Path temporary = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID());
    try {
      Durable.write(temporary, key, ownerOnly(file));
      Files.createLink(file, temporary);
    } catch (FileAlreadyExistsException e) {
      LOG.fine(() -> "Another server has made " + file + " in the meantime");
    } finally {
      Files.deleteIfExists(temporary);
    }
    Durable.forceDirectory(file.getParent());
  }

  private static FileAttribute<?>[] ownerOnly(Path file) {
    return Durable.isPosix(file)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
        : new FileAttribute<?>[0];
  }

  private static void warnIfOpen(Path file) throws IOException {
    if (Durable.isPosix(file) && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
      LOG.warning(() -> "Others than the owner have access to " + file + "; chmod 600 it");
    }
  }
}
