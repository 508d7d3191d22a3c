package dev.easel.slice;

import static dev.easel.slice.Backstage.origin;
import static dev.easel.slice.Backstage.small;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.easel.domain.asset.ImageFormat;
import dev.easel.domain.catalog.Price;
import dev.easel.domain.catalog.Size;
import dev.easel.domain.generation.Attempt;
import dev.easel.domain.generation.Edit;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.GenerationQuery;
import dev.easel.domain.generation.GenerationRepository;
import dev.easel.domain.generation.GenerationStatus;
import dev.easel.domain.generation.Operation;
import dev.easel.domain.generation.Order;
import dev.easel.domain.generation.Origin;
import dev.easel.domain.generation.Surface;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Remark;
import dev.easel.service.generation.GenerationService;
import dev.easel.service.generation.Idempotency;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The entities against the migrated schema, which nothing else compares. */
@ArquillianTest
class SchemaIT {

  /** Entities that no generation brings about; their own tests write them. */
  private static final Set<String> MADE_OTHERWISE =
      Set.of(
          "GalleryCollection",
          "GalleryShare",
          "Budget",
          "BatchRun",
          "LedgerFinding",
          "Node",
          "NodeState",
          "NodeInventory",
          "NodeSight",
          "NodeBreaker",
          "Asset",
          "DashboardSession",
          "Invitation",
          "AuditEntry",
          "SecondFactor",
          "RecoveryCode",
          "HalfSignIn",
          "SignInAttempt",
          "IdentityLink",
          "ExternalSession",
          "IdentityProvider",
          "ProviderRule",
          "OAuthApp",
          "SignInSetting");

  @Inject GenerationService generations;
  @Inject GenerationRepository stored;
  @Inject Backstage backstage;

  private Caller caller;

  @Deployment
  static WebArchive slice() {
    return Slices.war();
  }

  @BeforeEach
  void openTenant() throws Exception {
    caller = backstage.tenantWith(Credits.of(10));
  }

  @Test
  void everyEntityFitsItsTable() {
    List<String> names = backstage.entityNames();

    assertThat(names).hasSizeGreaterThanOrEqualTo(13);
    assertThat(names).allSatisfy(name -> assertThat(backstage.read(name, 5)).isNotNull());
  }

  @Test
  void everyTableOfTheDomainHasRowsAfterOneGeneration() throws Exception {
    generateOne();

    assertThat(backstage.entityNames())
        .filteredOn(name -> !MADE_OTHERWISE.contains(name))
        .allSatisfy(n -> assertThat(backstage.read(n, 1)).hasSize(1));
  }

  @Test
  void everyFieldOfAGenerationComesBackAsItWas() throws Exception {
    Generation made = backstage.inTransaction(() -> full());

    Generation read = backstage.inTransaction(() -> stored.find(made.id()).orElseThrow());

    assertThat(read).isNotSameAs(made);
    assertThat(read)
        .usingRecursiveComparison()
        .ignoringFieldsMatchingRegexes("_persistence.*", "version")
        .isEqualTo(made);
  }

  @Test
  void theLongestTextsThereAreFit() throws Exception {
    String emoji = "\uD83C\uDFA8";
    Generation made =
        backstage.inTransaction(
            () -> {
              Generation generation = generation(order(emoji.repeat(32_000)));
              stored.add(generation);
              return generation;
            });

    Generation read = backstage.inTransaction(() -> stored.find(made.id()).orElseThrow());

    assertThat(read.prompt()).isEqualTo(emoji.repeat(32_000));
    assertThat(read.negativePrompt()).isEqualTo(emoji.repeat(32_000));
    assertThat(read.effectivePrompt()).isEqualTo(emoji.repeat(32_000));
  }

  @Test
  void anIdThatIsNoTextIsNotFound() {
    assertThat(stored.find("gen_\0")).isEmpty();
    assertThat(stored.find("gen_\uD83C")).isEmpty();
    assertThatThrownBy(() -> generations.get(caller, "gen_\0"))
        .isInstanceOf(FailureException.class);
    assertThatThrownBy(() -> generations.cancel(caller, "gen_\0"))
        .isInstanceOf(FailureException.class);
    assertThatThrownBy(() -> generations.deleteImage(caller, "img_\0"))
        .isInstanceOf(FailureException.class);
  }

  @Test
  void anInstantIsATimestampWithItsZone() throws Exception {
    assertThat(
            backstage.value(
                "select lower(data_type) from information_schema.columns"
                    + " where lower(table_name) = 'generation' and lower(column_name) = ?",
                "created_at"))
        .isEqualTo("timestamp with time zone");
    Generation made = backstage.inTransaction(() -> full());
    Instant read = backstage.time("select created_at from generation where id = ?", made.id());

    assertThat(read).isEqualTo(made.createdAt().truncatedTo(ChronoUnit.MICROS));
  }

  @Test
  void theDatabaseForgetsNoAcknowledgedCommit() throws Exception {
    String onH2 = "select setting_value from information_schema.settings where setting_name = ?";
    String onPostgreSql = "select setting from pg_settings where name = ?";

    if (backstage.isH2()) {
      assertThat(backstage.value(onH2, "WRITE_DELAY")).isEqualTo("0");
    } else {
      assertThat(backstage.value(onPostgreSql, "synchronous_commit")).isEqualTo("on");
    }
  }

  @Test
  void aWalletCannotBeOverdrawnEvenByHand() {
    String wallet = "acc_" + caller.tenantId();

    assertThatThrownBy(
            () ->
                backstage.change(
                    "update ledger_account set posted = posted - 11000000 where id = ?", wallet))
        .hasMessageMatching("(?is).*ck_ledger_account_covered.*");
  }

  @Test
  void aGenerationWithoutTenantCannotBe() {
    assertThatThrownBy(
            () ->
                backstage.inTransaction(
                    () -> {
                      Caller nobody = new Caller("ten_nobody", "u", "k", "pro", true);
                      Generation generation =
                          new Generation(nobody, order("x"), origin(), price(), backstage.now());
                      stored.add(generation);
                      return generation;
                    }))
        .isInstanceOf(Exception.class);
  }

  @Test
  void queriesOfTheRepositoriesRun() throws Exception {
    Generation made = generateOne();
    GenerationQuery query =
        new GenerationQuery(
            Optional.of(GenerationStatus.COMPLETED),
            Optional.of(GenerationStatus.CANCELLED),
            Optional.of(Backstage.MODEL),
            Optional.of("req_slice"),
            Optional.of(Surface.V2),
            Optional.of(made.createdAt().minusSeconds(1)),
            Optional.of(made.createdAt().plusSeconds(1)),
            Optional.empty(),
            0,
            10);

    assertThat(generations.list(caller, query).items()).hasSize(1);
    assertThat(generations.count(caller, query, 10)).isEqualTo(1);
    assertThat(
            generations
                .list(caller, GenerationQuery.newest(10).except(GenerationStatus.COMPLETED))
                .items())
        .isEmpty();
    assertThat(stored.imagesDelivered(caller.tenantId(), Instant.EPOCH)).isEqualTo(1);
    assertThat(stored.imagesOrdered(caller.tenantId())).isEqualTo(1);
    assertThat(stored.renderTimes(made.createdAt())).isNotEmpty();
    assertThat(stored.attemptsOf(made.id())).hasSize(1);
    assertThat(stored.endedAmong(List.of(made.id())))
        .containsEntry(made.id(), GenerationStatus.COMPLETED);
  }

  @Test
  void aTenantsPagesFollowEachOther() throws Exception {
    for (int i = 0; i < 5; i++) {
      backstage.inTransaction(() -> full());
    }
    GenerationQuery first = page(Optional.empty());
    var page = generations.list(caller, first);
    var second = generations.list(caller, page(page.next()));
    var third = generations.list(caller, page(second.next()));

    assertThat(List.of(page.items().size(), second.items().size(), third.items().size()))
        .containsExactly(2, 2, 1);
    assertThat(third.next()).isEmpty();
  }

  private static GenerationQuery page(Optional<String> after) {
    return GenerationQuery.newest(2).after(after);
  }

  private Generation generateOne() throws Exception {
    Generation made =
        generations
            .submit(caller, small(), origin("h"), new Idempotency("key", "h", false))
            .generation();
    return backstage.awaitEnd(caller, made.id()).generation();
  }

  /** One with every field filled. */
  private Generation full() {
    Generation generation = generation(order("a lake"));
    Instant now = backstage.now().truncatedTo(ChronoUnit.MICROS);
    generation.paidBy("trf_1");
    generation.claim(now);
    generation.servedBy("a/b");
    generation.complete(2, Credits.of(1), List.of(new Remark("seen", "said")), now);
    stored.add(generation);
    backstage.flush();
    stored.add(new Attempt(generation.id(), 1, "a", "b", "node", now));
    return generation;
  }

  private Generation generation(Order order) {
    Origin origin = new Origin(Surface.OPENAI, "r", "h", "{}", "{\"n\":1}", "https://x/", "me");
    return new Generation(
        caller, order, origin, price(), backstage.now().truncatedTo(ChronoUnit.MICROS));
  }

  private static Price price() {
    return new Price("rule", 1, Credits.of(1), 2);
  }

  private static Order order(String prompt) {
    return new Order(
        Operation.TEXT_TO_IMAGE,
        Backstage.MODEL,
        prompt,
        prompt,
        prompt,
        new Size(64, 72),
        2,
        3,
        4.5,
        Long.MAX_VALUE,
        0.25,
        "DDIM",
        "Euler",
        "hd",
        ImageFormat.WEBP,
        77,
        true,
        3,
        "img_a",
        "img_b",
        Edit.NONE,
        false,
        List.of(new Remark("first", "one")));
  }
}
