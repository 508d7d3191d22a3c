package dev.easel.adapter.storage;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** Walks over directories that others change at the same time: what has vanished is no error. */
final class BlobTree {

  /** No write takes this long; what is younger may belong to another server on the same store. */
  private static final Duration LEFT_OVER_AFTER = Duration.ofHours(1);

  private BlobTree() {}

  /** Visits the files below a path, or the file itself, without following links. */
  static void visit(Path start, Path without, Consumer<Path> visitor) throws IOException {
    Files.walkFileTree(
        start,
        new Walk() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return directory.equals(without)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
              visitor.accept(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  static void delete(Path start) throws IOException {
    Files.walkFileTree(
        start,
        new Walk() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, IOException failure)
              throws IOException {
            super.postVisitDirectory(directory, failure);
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Removes what a crash left behind in the directory of temporary files. */
  static void removeLeftOvers(Path temporary, Instant now) throws IOException {
    Instant limit = now.minus(LEFT_OVER_AFTER);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(temporary)) {
      for (Path file : files) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(limit)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private abstract static class Walk extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (failure instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw failure;
    }
  }
}
