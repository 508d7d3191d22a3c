package dev.easel.web.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One part of a form, spooled. Whether it is a file or a field nobody can tell by its headers: some
 * clients send files without a name and fields with a type.
 *
 * @param name as it was sent: {@code image}, {@code image[]}, {@code image[0]}
 * @param fileName null if there is none
 */
public record FormPart(String name, String fileName, Path spooled, long size) {

  /** The name without brackets: clients that send several put {@code []} or {@code [0]} behind. */
  String stem() {
    int bracket = name.indexOf('[');
    return bracket < 0 || !name.substring(bracket).matches("\\[\\d*]")
        ? name
        : name.substring(0, bracket);
  }

  /** All of it, in memory. */
  public byte[] content() {
    try {
      return Files.readAllBytes(spooled);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As text in UTF-8. */
  String text() {
    return new String(content(), StandardCharsets.UTF_8);
  }
}
