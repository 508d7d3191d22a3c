package dev.easel.web.api.v2.admin;

import dev.easel.domain.moderation.ModerationRule;
import dev.easel.domain.moderation.ModerationRule.Terms;
import dev.easel.domain.moderation.RuleKind;
import dev.easel.domain.moderation.Strictness;
import dev.easel.domain.shared.FailureException;
import dev.easel.web.api.JsonInput;
import dev.easel.web.api.WireJson;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A rule of the content policy as administrators read and write it. */
public final class ModerationRuleJson {

  private static final Set<String> MEMBERS =
      Set.of("kind", "text", "reason", "level", "suggestion", "enabled", "version");

  private ModerationRuleJson() {}

  static JsonObjectBuilder of(ModerationRule rule) {
    return WireJson.object()
        .add("id", rule.id())
        .add("kind", rule.kind().wire())
        .add("text", rule.text())
        .add("reason", rule.reason())
        .add("level", rule.level().wire())
        .add("suggestion", WireJson.text(rule.suggestion()))
        .add("enabled", rule.enabled())
        .add("version", rule.version())
        .add("created_at", WireJson.time(rule.createdAt()))
        .add("updated_at", WireJson.time(rule.updatedAt()));
  }

  /**
   * @throws FailureException {@code INVALID_REQUEST} with everything that is wrong
   */
  public static Terms read(JsonInput body) {
    return read(body, null);
  }

  /**
   * @param old what stays where the body says nothing; null for nothing
   * @throws FailureException {@code INVALID_REQUEST} with everything that is wrong
   */
  public static Terms read(JsonInput body, Terms old) {
    body.refuseStrangers(MEMBERS);
    RuleKind kind =
        choice(body, "kind", RuleKind::parse, "word, phrase, pair, pattern", of(old, Terms::kind));
    Strictness level =
        choice(body, "level", Strictness::parse, "always, low, standard", of(old, Terms::level));
    String text = text(body, old);
    String reason = reason(body, old);
    String suggestion = body.text("suggestion", ModerationRule.LONGEST_SUGGESTION);
    Boolean enabled = body.flag("enabled");
    body.check();
    return new Terms(
        kind,
        text,
        reason,
        level,
        suggestion != null || body.isNull("suggestion") ? suggestion : of(old, Terms::suggestion),
        enabled == null ? old == null || old.enabled() : enabled);
  }

  /** The version a change is meant for. */
  public static Optional<Long> version(JsonInput body) {
    Optional<Long> version = Optional.ofNullable(body.longInteger("version"));
    body.check();
    return version;
  }

  private static String text(JsonInput body, Terms old) {
    if (!body.has("text") && old != null) {
      return old.text();
    }
    String text = body.text("text", ModerationRule.LONGEST_TEXT);
    if (text == null || text.isBlank()) {
      body.violate("text", "is required");
    }
    return text;
  }

  private static String reason(JsonInput body, Terms old) {
    if (!body.has("reason") && old != null) {
      return old.reason();
    }
    String reason = body.text("reason");
    if (reason == null || !ModerationRule.isReason(reason)) {
      body.violate("reason", "must be a word of a-z, 0-9 and _, at most 40 characters");
    }
    return reason;
  }

  private static <T> T choice(
      JsonInput body, String name, Function<String, Optional<T>> parser, String known, T old) {
    String given = body.text(name);
    if (given == null && old != null) {
      return old;
    }
    Optional<T> found = Optional.ofNullable(given).flatMap(parser);
    if (found.isEmpty()) {
      body.violate(name, "must be one of: " + known);
    }
    return found.orElse(null);
  }

  private static <T> T of(Terms old, Function<Terms, T> part) {
    return old == null ? null : part.apply(old);
  }
}
