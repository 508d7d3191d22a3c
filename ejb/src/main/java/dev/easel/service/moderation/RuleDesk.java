package dev.easel.service.moderation;

import dev.easel.domain.identity.Caller;
import dev.easel.domain.moderation.ContentPolicy;
import dev.easel.domain.moderation.ModerationRule;
import dev.easel.domain.moderation.ModerationRule.Terms;
import dev.easel.domain.moderation.PolicyMaker;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What administrators do with rules. An edit takes effect here at once. */
@ApplicationScoped
public class RuleDesk {

  @Inject RuleSteps steps;
  @Inject RuleReader reader;
  @Inject PolicyMaker maker;
  @Inject CurrentPolicy current;

  public Page<ModerationRule> list(Optional<String> after, int limit) {
    return reader.page(after, limit);
  }

  public ModerationRule get(String id) {
    return reader.get(id);
  }

  /**
   * @throws FailureException {@code INVALID_REQUEST} if the text is no rule of its kind
   */
  public ModerationRule create(Caller caller, Terms terms) {
    judge(terms);
    ModerationRule made = steps.create(caller, terms);
    current.edited();
    return made;
  }

  /**
   * @param version the one that is changed; empty for whichever is there
   * @throws FailureException {@code CONFLICT} if another version is there
   */
  public ModerationRule change(
      Caller caller, String id, Optional<Long> version, UnaryOperator<Terms> edit) {
    ModerationRule changed =
        steps.change(
            caller,
            id,
            version,
            terms -> {
              Terms edited = edit.apply(terms);
              judge(edited);
              return edited;
            });
    current.edited();
    return changed;
  }

  public void remove(Caller caller, String id) {
    steps.remove(caller, id);
    current.edited();
  }

  /** What the rules say of a text, at any level. */
  public Trial test(String text) {
    ContentPolicy policy = current.get();
    return new Trial(policy.objections(text), policy.normalised(text));
  }

  private void judge(Terms terms) {
    maker
        .fault(terms.kind(), terms.text())
        .ifPresent(
            fault -> {
              throw FailureException.invalid("text", fault);
            });
  }

  /**
   * @param matches the rules the text offends
   */
  public record Trial(List<ModerationRule> matches, String normalised) {}
}
