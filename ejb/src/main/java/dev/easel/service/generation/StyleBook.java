package dev.easel.service.generation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.StoredText;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Templates behind the {@code style.*} parameters: {@code <axis>.<value> = words for the prompt}.
 * The shipped book is {@code styles.properties}; {@code easel.styles.file} names one that is laid
 * over it.
 */
@ApplicationScoped
public class StyleBook {

  /** UTF-16 units: the effective prompt has room for the words of four styles. */
  private static final int LONGEST_WORDS = 4000;

  @Inject
  @ConfigProperty(name = "easel.styles.file")
  Optional<String> file;

  private final Properties templates = new Properties();

  @PostConstruct
  void load() {
    try (Reader shipped =
        new InputStreamReader(StyleBook.class.getResourceAsStream("/styles.properties"), UTF_8)) {
      templates.load(shipped);
      if (file.isPresent()) {
        try (Reader own = Files.newBufferedReader(Path.of(file.get()))) {
          templates.load(own);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The style book cannot be read", e);
    }
    templates.forEach((name, words) -> requireFitting(name.toString(), words.toString()));
  }

  private static void requireFitting(String name, String words) {
    if (words.length() > LONGEST_WORDS || !StoredText.isStorable(words)) {
      throw new IllegalStateException(
          "The style book is wrong at " + name + ": text of at most " + LONGEST_WORDS);
    }
  }

  /**
   * Works the chosen styles into a prompt.
   *
   * @throws FailureException {@code INVALID_REQUEST} naming the axis, with the values it knows
   */
  public String apply(String prompt, Map<String, String> choices) {
    StringBuilder effective = new StringBuilder(prompt.strip());
    choices.forEach((axis, value) -> effective.append(words(axis, value)));
    return effective.toString();
  }

  /** The values an axis knows, sorted. */
  public List<String> values(String axis) {
    return templates.stringPropertyNames().stream()
        .filter(key -> key.startsWith(axis + "."))
        .map(key -> key.substring(axis.length() + 1))
        .sorted()
        .toList();
  }

  private String words(String axis, String value) {
    String template = templates.getProperty(axis + "." + value);
    if (template == null) {
      throw FailureException.invalid(
          "style." + axis, "must be one of: " + String.join(", ", values(axis)));
    }
    return template.isBlank() ? "" : ", " + template;
  }
}
