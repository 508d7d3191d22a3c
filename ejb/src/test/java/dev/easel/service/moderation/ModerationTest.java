package dev.easel.service.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.User;
import dev.easel.domain.moderation.ModerationRule;
import dev.easel.domain.moderation.ModerationRule.Terms;
import dev.easel.domain.moderation.RefusalCount;
import dev.easel.domain.moderation.RefusalQuery;
import dev.easel.domain.moderation.RuleKind;
import dev.easel.domain.moderation.Strictness;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.fake.InMemoryDatabase;
import dev.easel.fake.InMemoryIdentities;
import dev.easel.fake.InMemoryModeration;
import dev.easel.fake.MovableClock;
import dev.easel.fake.Stored;
import dev.easel.service.identity.Identities;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModerationTest {

  private static final Caller ANN = new Caller("ten_ann", "user_ann", "key_ann", "pro", true);

  private final MovableClock clock = new MovableClock();
  private final InMemoryDatabase database = new InMemoryDatabase();
  private final InMemoryIdentities identities = new InMemoryIdentities(database);
  private final InMemoryModeration stored = new InMemoryModeration();
  private final CurrentPolicy current = Moderations.current(stored, clock);
  private final RefusalTally tally = Moderations.tally(stored, clock);
  private final RuleDesk desk = Moderations.desk(stored, current, clock);
  private final Moderation moderation =
      Moderations.moderation(current, tally, Identities.service(identities, clock));

  @BeforeEach
  void threeRules() {
    rule("never", Strictness.ALWAYS);
    rule("seldom", Strictness.LOW);
    rule("perhaps", Strictness.STANDARD);
  }

  @Test
  void aLevelThatIsNoneFailsTheStart() {
    moderation.level = "strict";

    assertThatThrownBy(moderation::open)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("easel.moderation.least is strict, must be one of: always, low, standard");
  }

  @ParameterizedTest
  @CsvSource({
    "never, ALWAYS, true", "never, LOW, true", "never, STANDARD, true",
    "seldom, ALWAYS, false", "seldom, LOW, true", "seldom, STANDARD, true",
    "perhaps, ALWAYS, false", "perhaps, LOW, false", "perhaps, STANDARD, true",
    "a lake, STANDARD, false"
  })
  void theWishChoosesTheRules(String prompt, Strictness wish, boolean refused) {
    assertThat(refusal(wish, prompt) != null).isEqualTo(refused);
  }

  @ParameterizedTest
  @CsvSource({"true, perhaps, true", "false, perhaps, false", "false, never, true"})
  void withoutAWishTheUsersPreferenceDecides(boolean filter, String prompt, boolean refused) {
    user(filter);

    assertThat(refusal(null, prompt) != null).isEqualTo(refused);
  }

  @Test
  void theOperatorSetsTheMildestLevel() {
    moderation.level = "low";
    moderation.open();

    assertThat(refusal(Strictness.ALWAYS, "seldom")).isNotNull();
    assertThat(refusal(Strictness.ALWAYS, "perhaps")).isNull();
  }

  @Test
  void aRefusalTellsFieldReasonAndSuggestion() {
    FailureException failure = refusal(Strictness.STANDARD, "never");

    assertThat(failure.code()).isEqualTo(FailureCode.CONTENT_REJECTED);
    assertThat(failure.fields()).containsOnlyKeys("prompt");
    assertThat(failure.details())
        .containsEntry("reason", "because_never")
        .containsEntry("suggestion", "Try something else than never");
  }

  @Test
  void theEffectivePromptIsJudgedToo() {
    FailureException failure =
        catchThrowableOfType(
            FailureException.class,
            () -> moderation.judge(ANN, Strictness.STANDARD, "a lake", "a lake, never"));

    assertThat(failure.details()).containsEntry("reason", "because_never");
  }

  @Test
  void anEditTakesEffectAtOnceHereAndWithinFiveSecondsElsewhere() {
    CurrentPolicy elsewhere = Moderations.current(stored, clock);
    assertThat(elsewhere.get().objections("purple")).isEmpty();
    assertThat(refusal(null, "purple")).isNull();

    ModerationRule made = desk.create(ANN, terms("purple", Strictness.ALWAYS));
    clock.pass(Duration.ofSeconds(5));

    assertThat(refusal(Strictness.ALWAYS, "purple")).isNotNull();
    assertThat(elsewhere.get().objections("purple")).hasSize(1);
    desk.change(ANN, made.id(), Optional.empty(), terms -> disabled(terms));
    assertThat(refusal(Strictness.ALWAYS, "purple")).isNull();
    desk.change(
        ANN, made.id(), Optional.of(made.version()), terms -> terms("green", Strictness.LOW));
    assertThat(refusal(Strictness.LOW, "green")).isNotNull();
    desk.remove(ANN, made.id());
    assertThat(refusal(Strictness.LOW, "green")).isNull();
  }

  @Test
  void aRuleThatCannotBeUsedIsNotKept() {
    FailureException failure =
        catchThrowableOfType(
            FailureException.class, () -> desk.create(ANN, terms("(", Strictness.ALWAYS)));

    assertThat(failure.fields()).containsEntry("text", "is wrong");
    assertThat(stored.all()).hasSize(3);
  }

  @Test
  void aStaleVersionIsNotChanged() {
    ModerationRule made = desk.create(ANN, terms("purple", Strictness.ALWAYS));

    FailureException failure =
        catchThrowableOfType(
            FailureException.class,
            () -> desk.change(ANN, made.id(), Optional.of(99L), ModerationTest::disabled));

    assertThat(failure.code()).isEqualTo(FailureCode.CONFLICT);
  }

  @Test
  void refusalsAreCountedByDayTenantAndReason() {
    refusal(Strictness.STANDARD, "never");
    refusal(Strictness.STANDARD, "never");
    refusal(Strictness.STANDARD, "perhaps");
    clock.pass(Duration.ofDays(1));
    refusal(Strictness.STANDARD, "never");

    assertThat(counts())
        .extracting(RefusalCount::reason, RefusalCount::count)
        .containsExactlyInAnyOrder(
            tuple("because_never", 2L), tuple("because_perhaps", 1L), tuple("because_never", 1L));
  }

  @Test
  void aDatabaseThatIsAwayLosesNoCounts() {
    refusal(Strictness.STANDARD, "never");
    stored.down(true);
    assertThatCode(tally::write).doesNotThrowAnyException();
    refusal(Strictness.STANDARD, "never");
    stored.down(false);

    assertThat(counts()).extracting(RefusalCount::count).containsExactly(2L);
  }

  private List<RefusalCount> counts() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return tally.list(new RefusalQuery(today.minusDays(7), today, Optional.empty(), 10)).items();
  }

  private FailureException refusal(Strictness wish, String prompt) {
    if (wish == null && identities.findUser(ANN.userId()).isEmpty()) {
      user(true);
    }
    return catchThrowableOfType(
        FailureException.class, () -> moderation.judge(ANN, wish, prompt, prompt));
  }

  private void user(boolean filter) {
    User user =
        new User(ANN.userId(), ANN.tenantId(), "ann@example.org", "-", false, clock.instant());
    Stored.set(user, "nsfwFilter", filter);
    identities.add(user);
  }

  private void rule(String word, Strictness level) {
    stored.add(new ModerationRule("mod_" + word, terms(word, level), clock.instant()));
  }

  private static Terms disabled(Terms terms) {
    return new Terms(
        terms.kind(), terms.text(), terms.reason(), terms.level(), terms.suggestion(), false);
  }

  private static Terms terms(String word, Strictness level) {
    String reason = "because_" + word.replace("(", "x");
    return new Terms(RuleKind.WORD, word, reason, level, "Try something else than " + word, true);
  }
}
