package dev.easel.adapter.moderation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.easel.domain.moderation.ContentPolicy;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses prompts by patterns, one {@code reason = regex} to a line. The shipped list holds only
 * what no operator may want; {@code easel.moderation.patterns} names a file that replaces it.
 */
@ApplicationScoped
public class PatternContentPolicy implements ContentPolicy {

  @Inject
  @ConfigProperty(name = "easel.moderation.patterns")
  Optional<String> file;

  private final List<Rule> rules = new ArrayList<>();

  @PostConstruct
  void load() {
    try {
      String text = file.isPresent() ? Files.readString(Path.of(file.get())) : shipped();
      text.lines()
          .map(String::trim)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .forEach(line -> rules.add(Rule.parse(line)));
    } catch (IOException e) {
      throw new UncheckedIOException("The moderation patterns cannot be read", e);
    }
  }

  @Override
  public Optional<String> objection(String prompt) {
    return rules.stream()
        .filter(rule -> rule.pattern.matcher(prompt).find())
        .map(rule -> rule.reason)
        .findFirst();
  }

  private static String shipped() throws IOException {
    try (InputStream stream =
        PatternContentPolicy.class.getResourceAsStream("/moderation/patterns.txt")) {
      return new String(stream.readAllBytes(), UTF_8);
    }
  }

  private record Rule(String reason, Pattern pattern) {
    static Rule parse(String line) {
      String[] parts = line.split("=", 2);
      return new Rule(
          parts[0].trim(),
          Pattern.compile(parts[1].trim(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }
  }
}
