package dev.easel.slice;

import static dev.easel.slice.Backstage.origin;
import static dev.easel.slice.Backstage.small;
import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.catalog.Size;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.GenerationStatus;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.IdentityRepository;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.Ids;
import dev.easel.service.generation.GenerationDetails;
import dev.easel.service.generation.GenerationDetails.Waiting;
import dev.easel.service.generation.GenerationRequest;
import dev.easel.service.generation.GenerationService;
import dev.easel.service.generation.Idempotency;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A plan's cap of what runs at once, on the real database with the real engine. */
@ArquillianTest
class ConcurrencyIT {

  @Inject GenerationService generations;
  @Inject IdentityRepository identities;
  @Inject Backstage backstage;
  @Inject Crowd crowd;

  private Caller caller;

  @Deployment
  static WebArchive slice() {
    return Slices.war();
  }

  @BeforeEach
  void allowTwoAtOnce() throws Exception {
    caller = backstage.tenantWith(Credits.of(100));
    String plan = Ids.random("plan");
    backstage.change(
        "insert into plan (id, display_name, monthly_credits, storage_mb, vip, concurrency)"
            + " values (?, 'Two at once', 0, 1024, true, 2)",
        plan);
    backstage.inTransaction(
        () -> {
          identities.findTenant(caller.tenantId()).orElseThrow().subscribeTo(plan);
          return plan;
        });
  }

  @Test
  void noMoreThanTwoOfTenRunAtOnceAndTheyStartInOrder() throws Exception {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      ids.add(submit(small().size(new Size(512, 512)).steps(4)));
    }
    Optional<Waiting> last = generations.get(caller, ids.get(9)).waiting();

    List<Generation> done = ended(ids);

    assertThat(last.map(Waiting::reason)).contains("concurrency_cap");
    assertThat(last.map(Waiting::position).orElseThrow()).isGreaterThan(1);
    assertThat(done).allMatch(g -> g.attempt() == 1);
    assertThat(mostAtOnce(done)).isEqualTo(2);
    for (int i = 3; i < 10; i++) {
      // Neighbours start at once, on threads of their own.
      assertThat(done.get(i).startedAt().get()).isAfter(done.get(i - 3).startedAt().get());
    }
    assertNothingIsLeft();
  }

  @Test
  void aCrowdOfSmallOnesNeverGetsAThirdSlot() throws Exception {
    List<Object> accepted = crowd.all(8, i -> List.of(submit(small()), submit(small())));
    List<String> ids =
        accepted.stream().map(List.class::cast).flatMap(ConcurrencyIT::texts).toList();

    List<Generation> done = ended(ids);

    assertThat(mostAtOnce(done)).as(() -> times(done)).isLessThanOrEqualTo(2);
    assertNothingIsLeft();
  }

  @Test
  void whatIsCancelledWhileItWaitsMakesRoomForNobodyAndHarmsNobody() throws Exception {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      ids.add(submit(small().size(new Size(512, 512)).steps(4)));
    }

    GenerationDetails cancelled = generations.cancel(caller, ids.get(4));
    List<Generation> done = ended(ids);

    assertThat(cancelled.generation().status()).isEqualTo(GenerationStatus.CANCELLED);
    assertThat(done)
        .filteredOn(g -> !g.id().equals(ids.get(4)))
        .allMatch(g -> g.status() == GenerationStatus.COMPLETED);
    assertNothingIsLeft();
  }

  private String submit(GenerationRequest request) {
    return generations.submit(caller, request, origin(), Idempotency.none()).generation().id();
  }

  private List<Generation> ended(List<String> ids) throws InterruptedException {
    List<Generation> done = new ArrayList<>();
    for (String id : ids) {
      done.add(backstage.awaitEnd(caller, id).generation());
    }
    return done;
  }

  /** A slot is handed over after the commit that ended its holder, so no two touch. */
  private static int mostAtOnce(List<Generation> done) {
    return done.stream()
        .mapToInt(
            g ->
                (int)
                    done.stream()
                        .filter(o -> !o.startedAt().orElseThrow().isAfter(g.startedAt().get()))
                        .filter(o -> o.completedAt().orElseThrow().isAfter(g.startedAt().get()))
                        .count())
        .max()
        .orElse(0);
  }

  private static String times(List<Generation> done) {
    return done.stream()
        .map(
            g ->
                String.join(
                    " ",
                    g.id(),
                    "attempt " + g.attempt(),
                    "accepted " + g.createdAt(),
                    "started " + g.startedAt().orElseThrow(),
                    "completed " + g.completedAt().orElseThrow()))
        .collect(Collectors.joining("\n"));
  }

  private void assertNothingIsLeft() throws Exception {
    assertThat(
            backstage.count("select count(*) from waiting where tenant_id = ?", caller.tenantId()))
        .isZero();
    assertThat(
            backstage.count(
                "select count(*) from running_slot where tenant_id = ?", caller.tenantId()))
        .isZero();
  }

  private static Stream<String> texts(List<?> list) {
    return list.stream().map(String.class::cast);
  }
}
