package dev.easel.service.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.domain.asset.ImageFormat;
import dev.easel.domain.catalog.Size;
import dev.easel.domain.generation.Operation;
import dev.easel.domain.generation.Order;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.KeyRights;
import dev.easel.domain.identity.Plan;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Remark;
import dev.easel.fake.ScriptedProvider;
import dev.easel.fake.Stored;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class OrderResolverTest {

  private static final String LIMITED = "limited";

  private House house;

  @BeforeEach
  void build() {
    house = new House();
  }

  @Test
  void whatIsNotGivenComesFromTheModel() {
    Order order = resolve(new GenerationRequest().prompt("a lake"));

    assertThat(order.modelId()).isEqualTo(House.MODEL);
    assertThat(order.size()).isEqualTo(new Size(1024, 1024));
    assertThat(order.count()).isEqualTo(1);
    assertThat(order.steps()).isEqualTo(30);
    assertThat(order.guidance()).isEqualTo(7.5);
    assertThat(order.strength()).isEqualTo(0.75);
    assertThat(order.format()).isEqualTo(ImageFormat.PNG);
    assertThat(order.encodingQuality()).isEqualTo(95);
    assertThat(List.of(order.negativePrompt(), order.sampler(), order.scheduler(), order.quality()))
        .containsOnly("");
    assertThat(order.remarks()).isEmpty();
  }

  @Test
  void whatIsGivenIsKept() {
    Order order =
        resolve(
            House.request()
                .negativePrompt("fog")
                .size(new Size(640, 512))
                .count(3)
                .steps(12)
                .guidance(3.5)
                .seed(Long.MAX_VALUE - 2)
                .strength(0.0)
                .sampler("euler")
                .quality("hd")
                .format(ImageFormat.WEBP)
                .encodingQuality(1)
                .transparent(true)
                .previews(2)
                .style("lighting", "sunset")
                .style("preset", null));

    assertThat(order.negativePrompt()).isEqualTo("fog");
    assertThat(order.size()).hasToString("640x512");
    assertThat(List.of(order.count(), order.steps(), order.encodingQuality(), order.previews()))
        .containsExactly(3, 12, 1, 2);
    assertThat(order.guidance()).isEqualTo(3.5);
    assertThat(order.seed()).isEqualTo(Long.MAX_VALUE - 2);
    assertThat(order.strength()).isZero();
    assertThat(order.sampler()).isEqualTo("euler");
    assertThat(order.quality()).isEqualTo("hd");
    assertThat(order.transparent()).isTrue();
    assertThat(order.prompt()).isEqualTo("a lake");
    assertThat(order.effectivePrompt()).isEqualTo("a lake, sunset light");
  }

  @Test
  void aVariationNeedsNoPrompt() {
    Order order = resolve(new GenerationRequest().variation(true));

    assertThat(order.prompt()).isEmpty();
    assertThat(order.effectivePrompt()).isEqualTo("a variation of the picture");
    assertThat(resolve(House.request().variation(true)).effectivePrompt()).isEqualTo("a lake");
  }

  @ParameterizedTest
  @MethodSource("outOfRange")
  void whatIsOutOfRangeIsNamed(UnaryOperator<GenerationRequest> change, String field) {
    FailureException failure = refused(change.apply(House.request()));

    assertThat(failure.code()).isEqualTo(FailureCode.INVALID_REQUEST);
    assertThat(failure.fields()).containsOnlyKeys(field);
  }

  static Stream<Arguments> outOfRange() {
    String long1001 = "x".repeat(1001);
    return Stream.of(
        wrong("no prompt", "prompt", r -> r.prompt(null)),
        wrong("blank prompt", "prompt", r -> r.prompt(" \n\t ")),
        wrong("long prompt", "prompt", r -> r.prompt(long1001)),
        wrong("long negative", "negative_prompt", r -> r.negativePrompt(long1001)),
        wrong("n 0", "n", r -> r.count(0)),
        wrong("n 5", "n", r -> r.count(5)),
        wrong("n minimum", "n", r -> r.count(Integer.MIN_VALUE)),
        wrong("steps 0", "steps", r -> r.steps(0)),
        wrong("steps 51", "steps", r -> r.steps(51)),
        wrong("guidance 0.99", "guidance", r -> r.guidance(0.99)),
        wrong("guidance 20.01", "guidance", r -> r.guidance(20.01)),
        wrong("guidance NaN", "guidance", r -> r.guidance(Double.NaN)),
        wrong("guidance infinite", "guidance", r -> r.guidance(Double.POSITIVE_INFINITY)),
        wrong("strength -0.01", "strength", r -> r.strength(-0.01)),
        wrong("strength 1.01", "strength", r -> r.strength(1.01)),
        wrong("strength NaN", "strength", r -> r.strength(Double.NaN)),
        wrong("quality 0", "output_quality", r -> r.encodingQuality(0)),
        wrong("quality 101", "output_quality", r -> r.encodingQuality(101)),
        wrong("seed -1", "seed", r -> r.seed(-1L)),
        wrong("seed of image 2", "seed", r -> r.count(2).seed(Long.MAX_VALUE)),
        wrong("seed of image 4", "seed", r -> r.count(4).seed(Long.MAX_VALUE - 2)),
        wrong("seed minimum", "seed", r -> r.seed(Long.MIN_VALUE)),
        wrong("sampler", "sampler", r -> r.sampler("magic")),
        wrong("scheduler", "scheduler", r -> r.scheduler("magic")),
        wrong("transparent jpeg", "background", r -> r.transparent(true).format(ImageFormat.JPEG)),
        wrong("style", "style.preset", r -> r.style("preset", "nonsense")));
  }

  private static Arguments wrong(String name, String field, UnaryOperator<GenerationRequest> how) {
    return Arguments.of(Named.of(name, how), field);
  }

  @ParameterizedTest
  @CsvSource({"56,64", "64,2056", "65,64", "0,64", "-8,64", "64,2147483647"})
  void edgesOutsideTheModelsRasterAreRefused(int width, int height) {
    assertThat(refused(House.request().size(new Size(width, height))).fields())
        .containsOnlyKeys("size");
  }

  @ParameterizedTest
  @CsvSource({"64,64", "2048,2048", "72,2048"})
  void edgesOnTheRasterAreFine(int width, int height) {
    assertThat(resolve(House.request().size(new Size(width, height))).size().width())
        .isEqualTo(width);
  }

  @Test
  void someModelsTakeTheirListedSizesOnly() {
    limited(Map.of("sizes", "1024x1024,1792x1024", "onlyListedSizes", true));

    assertThat(refused(limitedRequest().size(new Size(512, 512))).fields())
        .containsEntry("size", "must be one of: 1024x1024, 1792x1024");
    assertThat(resolve(limitedRequest().size(new Size(1792, 1024))).size().height())
        .isEqualTo(1024);
  }

  @Test
  void aPreferredSizeTheModelCannotDoGivesWayToItsOwn() {
    limited(Map.of("maxEdge", 512, "defaultSize", "512x512"));

    assertThat(resolve(limitedRequest()).size()).hasToString("512x512");
  }

  @Test
  void promptsAreCountedInCharactersNotInChars() {
    String thousandEmoji = "\uD83C\uDFA8".repeat(1000);

    assertThat(resolve(House.request().prompt(thousandEmoji)).prompt()).isEqualTo(thousandEmoji);
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    GenerationRequest request = House.request().count(99).steps(0).size(new Size(1, 1)).prompt("");

    assertThat(refused(request).fields()).containsOnlyKeys("prompt", "size", "n", "steps");
  }

  @Test
  void randomSeedsDifferAndStayBelowTwoToThe48() {
    List<Long> seeds =
        Stream.generate(() -> resolve(House.request().seed(null)).seed()).limit(200).toList();

    assertThat(seeds).doesNotHaveDuplicates().allMatch(seed -> seed >= 0 && seed < 1L << 48);
  }

  @Test
  void aKeyCallsNoModelsButThoseOnItsList() {
    KeyRights all = KeyRights.all();
    Set<String> others = Set.of("another-model");
    KeyRights few = new KeyRights(all.scopes(), others, all.addresses(), all.perMinute());
    Caller caller = new Caller("ten_ann", house.ann.userId(), "k", "pro", true, false, few, "k");

    FailureException failure =
        catchThrowableOfType(
            FailureException.class, () -> house.resolver.resolve(caller, House.request()));

    assertThat(failure.code()).isEqualTo(FailureCode.MODEL_NOT_ALLOWED);
    assertThat(failure.details()).containsEntry("reason", "model_not_allowed");
    assertThat(
            catchThrowableOfType(
                    FailureException.class,
                    () -> house.resolver.resolve(caller, House.request().model("test-alias")))
                .code())
        .isEqualTo(FailureCode.MODEL_NOT_ALLOWED);
  }

  @Test
  void aVipModelNeedsAVipCaller() {
    limited(Map.of("vipRequired", true));

    FailureException failure =
        catchThrowableOfType(
            FailureException.class, () -> house.resolver.resolve(house.bob, limitedRequest()));

    assertThat(failure.code()).isEqualTo(FailureCode.VIP_REQUIRED);
    assertThatCode(() -> resolve(limitedRequest())).doesNotThrowAnyException();
  }

  @Test
  void aModelWithoutTheCapabilityIsNotAsked() {
    FailureException failure = refused(House.request().operation(Operation.INPAINT));

    assertThat(failure.code()).isEqualTo(FailureCode.INVALID_REQUEST);
    assertThat(failure.fields()).containsOnlyKeys("model");
  }

  @Test
  void anUnknownModelIsNotFound() {
    assertThat(refused(House.request().model("nobody/knows")).code())
        .isEqualTo(FailureCode.MODEL_NOT_FOUND);
  }

  @Test
  void aModelIsFoundByItsAlias() {
    assertThat(resolve(House.request().model("test-alias")).modelId()).isEqualTo(House.MODEL);
  }

  @Test
  void aModelWithoutARouteIsNotConfigured() {
    house.models.model("remote").price("remote", "*", 1, 1);

    FailureException failure = refused(House.request().model("remote"));

    assertThat(failure.code()).isEqualTo(FailureCode.MODEL_NOT_CONFIGURED);
    assertThat(failure.details()).containsEntry("reason", "provider_not_configured");
  }

  @Test
  void aModelWithoutAPriceIsNotConfigured() {
    house.models.model("priceless").route("priceless", ScriptedProvider.ADAPTER, 1);

    FailureException failure = refused(House.request().model("priceless"));

    assertThat(failure.code()).isEqualTo(FailureCode.MODEL_NOT_CONFIGURED);
    assertThat(failure.details()).containsEntry("reason", "no_price_rule");
  }

  @Test
  void aPriceForAnotherOperationIsNoPrice() {
    house
        .models
        .model("half")
        .route("half", ScriptedProvider.ADAPTER, 1)
        .price("half", "INPAINTING", 1, 1);

    assertThat(refused(House.request().model("half")).details())
        .containsEntry("reason", "no_price_rule");
  }

  @Test
  void objectionableContentIsRefused() {
    FailureException failure = refused(House.request().prompt("a forbidden lake"));

    assertThat(failure.code()).isEqualTo(FailureCode.CONTENT_REJECTED);
    assertThat(failure.details()).containsEntry("reason", "not_here").containsKey("suggestion");
  }

  @Test
  void aSamplerOfAModelWithoutAnyIsIgnoredWithARemark() {
    Map<String, Object> none = new HashMap<>();
    none.put("schedulers", null);
    limited(none);

    assertThat(codes(limitedRequest().sampler("DDIM"))).containsExactly("parameter_ignored");
  }

  @Test
  void ofSamplerAndSchedulerTheSamplerWinsWithARemark() {
    assertThat(codes(House.request().sampler("DDIM").scheduler("Euler")))
        .containsExactly("sampler_wins");
  }

  @Test
  void whoStoresMoreThanThePlanHoldsIsServedAndTold() {
    house.database.add(Stored.of(Plan.class, Map.of("id", "crammed", "storageMb", 0)));
    Caller ann = new Caller("ten_ann", "user_ten_ann", "key_ten_ann", "crammed", true);

    assertThat(house.resolver.resolve(ann, House.request()).order().remarks())
        .extracting(Remark::code)
        .containsExactly("storage_nearly_full");
  }

  @Test
  void aModelWithASuccessorSaysSo() {
    limited(Map.of("successorId", "newer"));

    assertThat(codes(limitedRequest())).containsExactly("model_deprecated");
  }

  @Test
  void theSameOrderAgainIsJudgedByWhatMayHaveChanged() {
    Order order = resolve(House.request());
    house.models.withoutRoutes();
    house.clock.pass(Duration.ofSeconds(6));

    FailureException failure =
        catchThrowableOfType(FailureException.class, () -> house.resolver.again(house.ann, order));

    assertThat(failure.code()).isEqualTo(FailureCode.MODEL_NOT_CONFIGURED);
  }

  private void limited(Map<String, ?> different) {
    house
        .models
        .model(LIMITED, different)
        .route(LIMITED, ScriptedProvider.ADAPTER, 1)
        .price(LIMITED, "*", 1, 1);
  }

  private static GenerationRequest limitedRequest() {
    return House.request().model(LIMITED);
  }

  private List<String> codes(GenerationRequest request) {
    return resolve(request).remarks().stream().map(Remark::code).toList();
  }

  private Order resolve(GenerationRequest request) {
    return house.resolver.resolve(house.ann, request).order();
  }

  private FailureException refused(GenerationRequest request) {
    return catchThrowableOfType(FailureException.class, () -> resolve(request));
  }
}
