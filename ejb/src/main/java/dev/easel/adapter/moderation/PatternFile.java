package dev.easel.adapter.moderation;

import dev.easel.domain.moderation.FixedRules;
import dev.easel.domain.moderation.ModerationRule;
import dev.easel.domain.moderation.ModerationRule.Terms;
import dev.easel.domain.moderation.RuleKind;
import dev.easel.domain.moderation.Strictness;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Patterns in the file that {@code easel.moderation.patterns} names, one {@code reason = pattern}
 * to a line. A wrong one keeps the server from starting: it would be missed when it is too late.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class PatternFile implements FixedRules {

  @Inject
  @ConfigProperty(name = "easel.moderation.patterns")
  Optional<String> file;

  private List<ModerationRule> rules = List.of();

  @PostConstruct
  void load() {
    if (file.isPresent()) {
      try {
        rules = read(Files.readAllLines(Path.of(file.get())));
      } catch (IOException e) {
        throw new UncheckedIOException("The moderation patterns cannot be read", e);
      }
    }
  }

  @Override
  public List<ModerationRule> all() {
    return rules;
  }

  static List<ModerationRule> read(List<String> lines) {
    List<ModerationRule> read = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).trim();
      if (!line.isEmpty() && !line.startsWith("#")) {
        read.add(rule(i + 1, line));
      }
    }
    return List.copyOf(read);
  }

  private static ModerationRule rule(int number, String line) {
    String[] parts = line.split("=", 2);
    try {
      if (parts.length < 2) {
        throw new IllegalArgumentException("is not 'reason = pattern'");
      }
      if (!ModerationRule.isReason(parts[0].trim())) {
        throw new IllegalArgumentException("has a reason of other than a-z, 0-9 and _");
      }
      String pattern = parts[1].trim();
      Terms terms =
          new Terms(RuleKind.PATTERN, pattern, parts[0].trim(), Strictness.ALWAYS, null, true);
      Expression.compile(pattern);
      return new ModerationRule("file_" + number, terms, Instant.EPOCH);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(
          "Line %d of the moderation patterns %s".formatted(number, e.getMessage()), e);
    }
  }
}
