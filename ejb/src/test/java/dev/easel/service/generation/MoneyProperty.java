package dev.easel.service.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.asset.Image;
import dev.easel.domain.generation.ErrorKind;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.GenerationStatus;
import dev.easel.domain.ledger.Transfer.Phase;
import dev.easel.domain.provider.RenderOutcome;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.FailureException;
import dev.easel.fake.ScriptedProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.BeforeTry;

/**
 * Whatever happens to generations in whatever order, crashes and attempts that come back from the
 * dead included, the money agrees with the states.
 */
class MoneyProperty {

  /** What can happen next; each picks among what there is. */
  enum Move {
    SUBMIT,
    SUBMIT_AGAIN,
    CLAIM,
    RUN,
    RUN_PARTIAL,
    RUN_UNAVAILABLE,
    RUN_FAILING,
    COMPLETE,
    FAIL,
    STOPPED,
    BACK_TO_QUEUE,
    CANCEL,
    RETRY
  }

  /** An attempt somebody still believes to own; without a later move it is a crash. */
  private record InHand(String id, int number) {}

  private final List<String> ids = new ArrayList<>();
  private final List<InHand> inHand = new ArrayList<>();
  private House house;
  private int requests;

  @BeforeTry
  void build() {
    house = new House();
    ids.clear();
    inHand.clear();
  }

  @Property(tries = 300)
  void theMoneyAgreesWithTheStates(
      @ForAll @Size(min = 1, max = 60) List<Move> moves,
      @ForAll @Size(60) List<@IntRange(min = 0, max = 1000) Integer> picks) {
    for (int i = 0; i < moves.size(); i++) {
      play(moves.get(i), picks.get(i));
      check();
    }
  }

  private void play(Move move, int pick) {
    house.clock.pass(Duration.ofSeconds(pick));
    try {
      switch (move) {
        case SUBMIT -> submit(pick, "key" + requests++);
        case SUBMIT_AGAIN -> submit(pick, "key" + pick % 3);
        case CLAIM -> some(ids, pick).forEach(this::claim);
        case RUN -> run(ScriptedProvider.deliversAll(), pick);
        case RUN_PARTIAL -> run(ScriptedProvider.delivers(1), pick);
        case RUN_UNAVAILABLE -> run(ScriptedProvider.unavailable(Duration.ofSeconds(1)), pick);
        case RUN_FAILING -> run((o, l) -> new RenderOutcome.Failed("no"), pick);
        case COMPLETE -> some(inHand, pick).forEach(a -> complete(a, 1 + pick % 4));
        case FAIL -> some(inHand, pick).forEach(this::fail);
        case STOPPED -> some(inHand, pick).forEach(a -> house.steps.stopped(a.id, a.number));
        case BACK_TO_QUEUE -> some(inHand, pick).forEach(this::backToQueue);
        case CANCEL -> some(ids, pick).forEach(id -> house.service.cancel(house.ann, id));
        case RETRY -> some(ids, pick).forEach(this::retry);
      }
    } catch (FailureException e) {
      // Refused for its state or for want of money; what that leaves is checked all the same.
      assertThat(e.code().name()).isIn("CONFLICT", "INSUFFICIENT_CREDITS", "IDEMPOTENCY_MISMATCH");
    }
  }

  private void submit(int pick, String key) {
    GenerationRequest request = House.request().count(1 + pick % 4);
    Idempotency idempotency = new Idempotency(key, "body", false);
    add(house.service.submit(house.ann, request, House.origin("body"), idempotency));
  }

  private void retry(String id) {
    add(house.service.retry(house.ann, id, House.origin(), Idempotency.none()));
  }

  private void add(Submission submission) {
    if (!submission.replayed()) {
      ids.add(submission.generation().id());
    }
  }

  private void claim(String id) {
    house
        .steps
        .claim(id, GenerationStepsTest.route(), "node")
        .map(claim -> new InHand(id, claim.generation().attempt()))
        .ifPresent(inHand::add);
  }

  private void run(ScriptedProvider.Script script, int pick) {
    house.provider.plays(script);
    some(ids, pick).forEach(house.worker::run);
  }

  private void complete(InHand attempt, int images) {
    int most = Math.min(images, house.stored(attempt.id).count());
    house.steps.complete(attempt.id, attempt.number, GenerationStepsTest.delivery(most));
  }

  private void fail(InHand attempt) {
    house.steps.fail(attempt.id, attempt.number, ErrorKind.RENDER_FAILED, "no");
  }

  private void backToQueue(InHand attempt) {
    house.steps.retryAt(attempt.id, attempt.number, "busy", house.clock.instant());
  }

  private void check() {
    List<Generation> all = ids.stream().map(house::stored).toList();
    Credits reserved =
        all.stream()
            .filter(g -> !g.status().isFinal())
            .map(g -> g.unitPrice().times(g.count()))
            .reduce(Credits.ZERO, Credits::plus);
    Credits charged = all.stream().map(Generation::captured).reduce(Credits.ZERO, Credits::plus);
    assertThat(house.accounts.unresolved()).isEqualTo(reserved);
    assertThat(house.wallet(house.ann).held()).isEqualTo(reserved);
    assertThat(house.accounts.sum(Phase.POST)).isEqualTo(charged);
    assertThat(house.wallet(house.ann).posted()).isEqualTo(House.GRANT.minus(charged));
    all.forEach(this::check);
  }

  private void check(Generation generation) {
    boolean completed = generation.status() == GenerationStatus.COMPLETED;
    List<Image> images = house.images.ofGeneration(generation.id());
    assertThat(generation.captured())
        .isEqualTo(generation.unitPrice().times(generation.delivered()));
    assertThat(generation.delivered() > 0).isEqualTo(completed);
    assertThat(images).hasSize(generation.delivered());
    assertThat(generation.completedAt().isPresent()).isEqualTo(generation.status().isFinal());
  }

  private static <T> Stream<T> some(List<T> all, int pick) {
    return all.isEmpty() ? Stream.empty() : Stream.of(all.get(pick % all.size()));
  }
}
