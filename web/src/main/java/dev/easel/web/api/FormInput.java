package dev.easel.web.api;

import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Sha256;
import dev.easel.domain.shared.StoredText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A form as a client sent it, its parts in files below the temporary directory. Whoever takes it
 * closes it, which removes them.
 */
public final class FormInput implements AutoCloseable {

  private static final int LONGEST_TEXT = 1 << 20;

  private final List<FormPart> parts;

  FormInput(List<FormPart> parts) {
    this.parts = List.copyOf(parts);
  }

  /**
   * The parts under any of these names that are not empty, in their order. {@code image} finds
   * {@code image[]} and {@code image[0]} as well.
   */
  public List<FormPart> files(String... names) {
    return parts.stream()
        .filter(part -> Arrays.asList(names).contains(part.stem()) && part.size() > 0)
        .toList();
  }

  /**
   * The only file under any of these names, the first of which is told if there is none.
   *
   * @throws FailureException {@code INVALID_REQUEST} if there is none or more than one
   */
  public FormPart file(String... names) {
    List<FormPart> found = files(names);
    if (found.size() > 1) {
      throw FailureException.invalid(names[0], "must be one file");
    }
    return found.stream()
        .findFirst()
        .orElseThrow(
            () ->
                FailureException.invalid(
                    names[0],
                    parts.stream().anyMatch(part -> Arrays.asList(names).contains(part.stem()))
                        ? "is empty"
                        : "is required"));
  }

  /**
   * A field; of several of one name the last counts.
   *
   * @throws FailureException {@code INVALID_REQUEST} if it is no text that can be kept
   */
  public Optional<String> text(String name) {
    Optional<FormPart> last =
        parts.stream().filter(part -> part.name().equals(name)).reduce((a, b) -> b);
    if (last.filter(part -> part.size() > LONGEST_TEXT).isPresent()) {
      throw FailureException.invalid(name, "must be at most 1 MiB");
    }
    Optional<String> text = last.map(FormPart::text);
    if (text.filter(t -> !StoredText.isStorable(t)).isPresent()) {
      throw FailureException.invalid(name, "must not contain U+0000");
    }
    return text;
  }

  /** SHA-256 of names and contents, hex: the boundary, which a retry may change, does not count. */
  public String hash() {
    StringBuilder all = new StringBuilder();
    parts.forEach(
        part ->
            all.append(part.name()).append(' ').append(Sha256.hex(part.content())).append('\n'));
    return Sha256.hex(all.toString());
  }

  /** The names of all parts, without brackets. */
  public List<String> names() {
    return parts.stream().map(FormPart::stem).distinct().toList();
  }

  @Override
  public void close() {
    remove(parts);
  }

  static void remove(List<FormPart> parts) {
    for (FormPart part : parts) {
      try {
        Files.deleteIfExists(part.spooled());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
