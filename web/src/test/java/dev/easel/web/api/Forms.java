package dev.easel.web.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Forms for tests, as a reader would have spooled them. */
public final class Forms {

  private final List<FormPart> parts = new ArrayList<>();

  public Forms with(String name, String content) {
    return with(name, content.getBytes(StandardCharsets.UTF_8));
  }

  public Forms with(String name, byte[] content) {
    try {
      Path file = Files.createTempFile("easel-test-", ".part");
      Files.write(file, content);
      file.toFile().deleteOnExit();
      parts.add(new FormPart(name, null, file, content.length));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public FormInput build() {
    return new FormInput(parts);
  }
}
