package dev.easel.domain.moderation;

import static java.util.Objects.requireNonNull;

import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the operator does not want in prompts. */
@Entity
@Table(name = "moderation_rule")
public class ModerationRule {

  /** UTF-16 units of the text of a rule. */
  public static final int LONGEST_TEXT = 1000;

  /** UTF-16 units of a suggestion. */
  public static final int LONGEST_SUGGESTION = 400;

  private static final Pattern REASON = Pattern.compile("[a-z][a-z0-9_]{0,39}");

  @Id private String id;

  @Enumerated(EnumType.STRING)
  @Column(name = "rule_kind")
  private RuleKind kind;

  @Column(name = "rule_text")
  private String text;

  private String reason;

  @Enumerated(EnumType.STRING)
  @Column(name = "rule_level")
  private Strictness level;

  private String suggestion;
  private boolean enabled;
  @Version private long version;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  protected ModerationRule() {} // for JPA

  public ModerationRule(String id, Terms terms, Instant now) {
    this.id = requireNonNull(id, "id");
    this.createdAt = now;
    amend(terms, now);
  }

  /** Says that somebody else changed or removed it since it was read. */
  public static FailureException stale() {
    return FailureException.of(FailureCode.CONFLICT, "The rule was changed by somebody else")
        .with("reason", "stale_version");
  }

  /** Whether a word may name a reason: {@code sexual_minors}. It ends up in answers and metrics. */
  public static boolean isReason(String word) {
    return REASON.matcher(word).matches();
  }

  /** Replaces what the rule says. */
  public final void amend(Terms terms, Instant now) {
    kind = terms.kind;
    text = terms.text;
    reason = terms.reason;
    level = terms.level;
    suggestion = terms.suggestion;
    enabled = terms.enabled;
    updatedAt = now;
  }

  public Terms terms() {
    return new Terms(kind, text, reason, level, suggestion, enabled);
  }

  public String id() {
    return id;
  }

  public RuleKind kind() {
    return kind;
  }

  public String text() {
    return text;
  }

  public String reason() {
    return reason;
  }

  public Strictness level() {
    return level;
  }

  /** What the caller may do instead; empty for the usual words. */
  public Optional<String> suggestion() {
    return Optional.ofNullable(suggestion);
  }

  public boolean enabled() {
    return enabled;
  }

  public long version() {
    return version;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant updatedAt() {
    return updatedAt;
  }

  /**
   * What a rule says.
   *
   * @param reason machine-readable, told to whoever is refused
   * @param level the mildest judgement that still uses the rule
   * @param suggestion null for the usual words
   */
  public record Terms(
      RuleKind kind,
      String text,
      String reason,
      Strictness level,
      String suggestion,
      boolean enabled) {

    public Terms {
      requireNonNull(kind, "kind");
      requireNonNull(level, "level");
      if (text.isBlank() || text.length() > LONGEST_TEXT || !isReason(reason)) {
        throw new IllegalArgumentException("Not a rule: " + reason);
      }
      if (suggestion != null && suggestion.length() > LONGEST_SUGGESTION) {
        throw new IllegalArgumentException("Suggestion too long");
      }
    }
  }
}
