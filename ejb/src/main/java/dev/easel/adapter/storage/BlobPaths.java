package dev.easel.adapter.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Maps keys to files and makes sure that no key, however made, leaves the root. */
final class BlobPaths {

  /** Temporary files; no key can name it, because no part of a key starts with a dot. */
  private static final String TEMPORARY = ".tmp";

  private static final int MAX_KEY = 200;
  private static final Pattern KEY =
      Pattern.compile("[a-z0-9_-][a-z0-9._-]*(?:/[a-z0-9_-][a-z0-9._-]*)*");

  private final Path root;

  /**
   * @param root an existing directory
   */
  BlobPaths(Path root) throws IOException {
    this.root = root.toRealPath();
  }

  Path temporary() {
    return root.resolve(TEMPORARY);
  }

  /**
   * The file or directory of a key.
   *
   * @throws IllegalArgumentException if the key breaks the grammar; keys are generated, so this is
   *     a defect of the caller
   */
  Path of(String key) {
    if (key.length() > MAX_KEY || !KEY.matcher(key).matches()) {
      throw new IllegalArgumentException("Not a storage key: '" + printable(key) + "'");
    }
    return root.resolve(key);
  }

  /** The directory to walk for a prefix; the empty prefix is the whole store. */
  Path ofPrefix(String prefix) {
    return prefix.isEmpty() ? root : of(prefix);
  }

  String keyOf(Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  /** Someone may have put a symbolic link into the tree: what it leads to must be inside, too. */
  void requireInside(Path existing) throws IOException {
    if (!existing.toRealPath().startsWith(root)) {
      throw new IOException("A link leads out of the store: " + keyOf(existing));
    }
  }

  private static String printable(String key) {
    String start = key.length() > MAX_KEY ? key.substring(0, MAX_KEY) + "…" : key;
    return start.replaceAll("\\p{C}", "?");
  }
}
