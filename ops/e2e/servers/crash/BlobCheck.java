package dev.easel.crash;

import dev.easel.crash.Database.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** No row without its file, no file without its row. */
final class BlobCheck {

  private static final String ROWS = "every image row has its file and thumbnail, whole";
  private static final String FILES = "every file belongs to an image row";

  private final Path blobs;
  private final Set<String> named = new HashSet<>();

  BlobCheck(Path data) {
    blobs = data.resolve("blobs");
  }

  void judge(Database database, Findings findings) throws SQLException, IOException {
    findings.check(ROWS);
    findings.check(FILES);
    for (Row image : database.rows("select * from image where deleted_at is null")) {
      row(image, findings);
    }
    orphans(database).forEach(key -> findings.wrong(FILES, key));
    for (Path file : temporary()) {
      findings.wrong(FILES, "left over: " + file);
    }
  }

  /** Keys of stored files that no row names. */
  List<String> orphans(Database database) throws SQLException, IOException {
    named.clear();
    for (Row image : database.rows("select * from image where deleted_at is null")) {
      named.add(image.text("blob_key"));
      named.add(image.text("thumbnail_key"));
    }
    return files(blobs.resolve("images")).stream()
        .map(file -> blobs.relativize(file).toString())
        .filter(key -> !named.contains(key))
        .toList();
  }

  /** Temporary files stay for an hour, in case another server writes them; here none does. */
  int ageTemporary() throws IOException {
    FileTime old = FileTime.from(Instant.now().minus(Duration.ofHours(2)));
    List<Path> found = temporary();
    for (Path file : found) {
      Files.setLastModifiedTime(file, old);
    }
    return found.size();
  }

  static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Path> temporary() throws IOException {
    return files(blobs.resolve(".tmp"));
  }

  private void row(Row image, Findings findings) throws IOException {
    Path file = blobs.resolve(image.text("blob_key"));
    Path thumbnail = blobs.resolve(image.text("thumbnail_key"));
    if (!Files.isRegularFile(file) || !Files.isRegularFile(thumbnail)) {
      findings.wrong(ROWS, image.text("id") + " has no file");
      return;
    }
    byte[] content = Files.readAllBytes(file);
    boolean whole =
        content.length == image.number("size_bytes")
            && sha256(content).equals(image.text("sha256"))
            && Files.size(thumbnail) > 0;
    if (!whole) {
      findings.wrong(ROWS, image.text("id") + " differs from its row: " + file);
    }
  }

  private static List<Path> files(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(Files::isRegularFile).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
