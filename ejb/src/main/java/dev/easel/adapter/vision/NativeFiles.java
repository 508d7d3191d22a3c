package dev.easel.adapter.vision;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * A directory of its own for native libraries. A JVM refuses one file to two class loaders, and a
 * redeployment makes a second one; a copy under another name it takes. Closing deletes the
 * directory; what a killed server left is deleted by the next that needs one.
 */
public final class NativeFiles implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(NativeFiles.class.getName());
  private static final String PREFIX = "easel-natives-";

  private final Path directory;

  public NativeFiles() throws IOException {
    directory = Files.createTempDirectory(PREFIX + ProcessHandle.current().pid() + "-");
    deleteLeftBehind(directory.toAbsolutePath().getParent());
  }

  public Path directory() {
    return directory;
  }

  /** Copies a resource here, under its own last name. */
  public Path add(String resource) throws IOException {
    Path file = directory.resolve(resource.substring(resource.lastIndexOf('/') + 1));
    try (InputStream in = NativeFiles.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new FileNotFoundException(resource + " is not in this build");
      }
      Files.copy(in, file);
    }
    return file;
  }

  /** Windows keeps what is loaded; it is then left behind. */
  @Override
  public void close() {
    delete(directory);
  }

  private static void deleteLeftBehind(Path room) throws IOException {
    try (DirectoryStream<Path> all = Files.newDirectoryStream(room, PREFIX + "*")) {
      for (Path one : all) {
        if (isLeftBehind(one)) {
          delete(one);
        }
      }
    }
  }

  /** In containers every server may have the same number, hence the look at the time. */
  private static boolean isLeftBehind(Path directory) throws IOException {
    String[] words = directory.getFileName().toString().split("-", -1);
    long pid = Long.parseLong(words[2]);
    if (pid == ProcessHandle.current().pid()) {
      long began = ManagementFactory.getRuntimeMXBean().getStartTime();
      return Files.getLastModifiedTime(directory).toMillis() < began;
    }
    return ProcessHandle.of(pid).isEmpty();
  }

  private static void delete(Path directory) {
    try {
      for (Path file : deepestFirst(directory)) {
        Files.delete(file);
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.log(Level.FINE, e, () -> directory + " cannot be deleted");
    }
  }

  private static List<Path> deepestFirst(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.sorted(Comparator.reverseOrder()).toList();
    }
  }
}
