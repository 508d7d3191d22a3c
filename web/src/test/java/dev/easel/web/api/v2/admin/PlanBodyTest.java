package dev.easel.web.api.v2.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.domain.identity.PlanTerms;
import dev.easel.domain.shared.FailureException;
import dev.easel.web.api.JsonInput;
import dev.easel.web.api.WireJson;
import java.util.OptionalInt;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanBodyTest {

  private static final PlanTerms OLD =
      new PlanTerms(
          "Pro",
          OptionalInt.of(60),
          OptionalInt.of(600),
          OptionalInt.of(6000),
          OptionalInt.of(20),
          1_000,
          10_240,
          true,
          1);

  @Test
  void whatIsAbsentStays() {
    assertThat(body("{}").over(OLD)).isEqualTo(OLD);
  }

  @Test
  void readsWhatAPlanCanSay() {
    PlanTerms terms =
        body("{'name':'Team','requests_per_minute':1,'requests_per_hour':2,'requests_per_day':3,"
                + "'concurrency':7,'monthly_credits':4,'storage_mb':5,'vip':false}")
            .over(OLD);

    assertThat(terms)
        .isEqualTo(
            new PlanTerms(
                "Team",
                OptionalInt.of(1),
                OptionalInt.of(2),
                OptionalInt.of(3),
                OptionalInt.of(7),
                4,
                5,
                false,
                1));
  }

  @Test
  void nullLiftsALimitAndNothingElse() {
    PlanTerms terms =
        body("{'name':null,'requests_per_minute':null,'requests_per_hour':null,"
                + "'requests_per_day':null,'concurrency':null,'monthly_credits':null,'storage_mb':null,'vip':null}")
            .over(OLD);

    assertThat(terms)
        .isEqualTo(
            new PlanTerms(
                "Pro",
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                1_000,
                10_240,
                true,
                1));
  }

  @Test
  void nullLiftsALimitUnderItsAliasToo() {
    assertThat(body("{'requestsPerMinute':null}").over(OLD).perMinute()).isEmpty();
  }

  @Test
  void aNewPlanNeedsANameAndHasNoLimits() {
    assertThat(refused(() -> body("{}").over(PlanBody.NOTHING)).fields()).containsOnlyKeys("name");

    PlanTerms terms = body("{'name':'Free'}").over(PlanBody.NOTHING);
    assertThat(terms.perMinute()).isEmpty();
    assertThat(terms.monthlyCredits()).isZero();
    assertThat(terms.vip()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'name':''} | name",
        "{'name':5} | name",
        "{'name':'%s'} | name",
        "{'requests_per_minute':0} | requests_per_minute",
        "{'requests_per_minute':-1} | requests_per_minute",
        "{'requests_per_minute':'9'} | requests_per_minute",
        "{'requests_per_hour':1.5} | requests_per_hour",
        "{'requests_per_day':2147483648} | requests_per_day",
        "{'monthly_credits':-1} | monthly_credits",
        "{'monthly_credits':1000000001} | monthly_credits",
        "{'monthly_credits':true} | monthly_credits",
        "{'storage_mb':0} | storage_mb",
        "{'storage_mb':2147483648} | storage_mb",
        "{'vip':'yes'} | vip",
        "{'request_per_minute':5} | request_per_minute",
        "{'requests_per_minute':5,'requestsPerMinute':6} | requestsPerMinute"
      })
  void whatIsWrongIsNamed(String json, String field) {
    String filled = json.replace("%s", "x".repeat(81));

    assertThat(refused(() -> body(filled).over(OLD)).fields()).containsOnlyKeys(field);
  }

  @Test
  void theLimitsThemselvesAreAllowed() {
    PlanTerms terms =
        body("{'requests_per_day':2147483647,'monthly_credits':1000000000,"
                + "'storage_mb':2147483647,'name':'"
                + "x".repeat(80)
                + "'}")
            .over(OLD);

    assertThat(terms.perDay()).hasValue(Integer.MAX_VALUE);
    assertThat(terms.monthlyCredits()).isEqualTo(1_000_000_000);
    assertThat(terms.storageMb()).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void allThatIsWrongIsToldTogether() {
    PlanBody body = body("{'id':'A','vip':1,'x':1}");
    body.id();

    assertThat(refused(() -> body.over(OLD)).fields()).containsOnlyKeys("id", "vip", "x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "0", "team-1_x", "a123456789012345678901234567890123456789"})
  void idsAreShortLowerCaseWords(String id) {
    PlanBody body = body("{'id':'" + id + "','name':'n'}");

    assertThat(body.id()).isEqualTo(id);
    assertThat(body.over(PlanBody.NOTHING).displayName()).isEqualTo("n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{'id':null}", "{'id':1}", "{'id':''}", "{'id':'-a'}", "{'id':'A'}"})
  void idsOfAnotherFormAreRefused(String json) {
    PlanBody body = body(json);
    body.id();

    assertThat(refused(() -> body.over(OLD)).fields()).containsOnlyKeys("id");
  }

  @Test
  void aPlanKeepsItsId() {
    PlanBody body = body("{'id':'pro'}");
    body.mustNotRename();

    assertThat(refused(() -> body.over(OLD)).fields()).containsEntry("id", "cannot be changed");
  }

  @Test
  void aBodyIsRequired() {
    assertThat(refused(() -> new PlanBody(null))).hasMessageContaining("body is required");
  }

  private static PlanBody body(String json) {
    return new PlanBody(JsonInput.of(WireJson.parse(json.replace('\'', '"')), "hash"));
  }

  private static FailureException refused(ThrowingCallable work) {
    return catchThrowableOfType(FailureException.class, work);
  }
}
