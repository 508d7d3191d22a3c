package dev.easel.web.api.v2.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.domain.identity.Subscription.Status;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.plan.NewTenant;
import dev.easel.service.plan.TenantChange;
import dev.easel.web.api.JsonInput;
import dev.easel.web.api.WireJson;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TenantBodyTest {

  @Test
  void aNewTenantIsOnTheFreePlanUnlessToldOtherwise() {
    assertThat(body("{'name':' Acme ','email':'a@b.c'}").wish())
        .isEqualTo(new NewTenant("Acme", "free", "a@b.c", Optional.empty()));
    assertThat(body("{'name':'Acme','email':'a@b.c','plan':'pro','username':'ann'}").wish())
        .isEqualTo(new NewTenant("Acme", "pro", "a@b.c", Optional.of("ann")));
  }

  @Test
  void nullIsAsGoodAsAbsent() {
    assertThat(body("{'name':'Acme','email':'a@b.c','plan':null,'username':null}").wish())
        .isEqualTo(new NewTenant("Acme", "free", "a@b.c", Optional.empty()));
    assertThat(body("{'name':null,'plan':null,'vip_granted':null,'subscription':null}").change())
        .isEqualTo(nothing());
  }

  @Test
  void whatIsAbsentStays() {
    assertThat(body("{}").change()).isEqualTo(nothing());
  }

  @Test
  void readsWhatAChangeCanSay() {
    assertThat(
            body("{'name':'A','plan':'pro','vipGranted':false,'subscription':'cancelled'}")
                .change())
        .isEqualTo(
            new TenantChange(
                Optional.of("A"),
                Optional.of("pro"),
                Optional.of(false),
                Optional.of(Status.CANCELLED),
                Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'email':'a@b.c'                                    | name",
        "'email':'a@b.c','name':null                        | name",
        "'email':'a@b.c','name':' '                         | name",
        "'email':'a@b.c','name':5                           | name",
        "'email':'a@b.c','name':'%201'                      | name",
        "'name':'n'                                         | email",
        "'name':'n','email':null                            | email",
        "'name':'n','email':'nobody'                        | email",
        "'name':'n','email':'a b@c'                         | email",
        "'name':'n','email':'a@%321'                        | email",
        "'name':'n','email':['a@b.c']                       | email",
        "'name':'n','email':'a@b.c','plan':''               | plan",
        "'name':'n','email':'a@b.c','plan':1                | plan",
        "'name':'n','email':'a@b.c','username':'%81'        | username",
        "'name':'n','email':'a@b.c','username':' '          | username",
        "'name':'n','email':'a@b.c','vip_granted':true      | vip_granted",
        "'name':'n','email':'a@b.c','subscription':'active' | subscription"
      })
  void whatIsWrongWithANewTenantIsNamed(String members, String field) {
    assertThat(refused(() -> body(filled(members)).wish()).fields()).containsOnlyKeys(field);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'name':''              | name",
        "'name':'%201'          | name",
        "'plan':' '             | plan",
        "'vip_granted':'yes'    | vip_granted",
        "'vip_granted':1        | vip_granted",
        "'subscription':'ended' | subscription",
        "'subscription':true    | subscription",
        "'email':'a@b.c'        | email",
        "'username':'ann'       | username"
      })
  void whatIsWrongWithAChangeIsNamed(String members, String field) {
    assertThat(refused(() -> body(filled(members)).change()).fields()).containsOnlyKeys(field);
  }

  @Test
  void allThatIsWrongIsToldTogether() {
    assertThat(refused(() -> body("{'nick':1,'email':'x'}").wish()).fields())
        .containsOnlyKeys("nick", "email", "name");
  }

  @Test
  void theLongestNamesAreAllowed() {
    String members = "'name':'%200','email':'a@b.c','username':'%80'";

    assertThat(body(filled(members)).wish().name()).hasSize(200);
  }

  @Test
  void aBodyIsRequired() {
    assertThat(refused(() -> new TenantBody(null))).hasMessageContaining("body is required");
  }

  /** {@code %9} stands for nine letters. */
  private static String filled(String members) {
    StringBuilder filled = new StringBuilder("{").append(members).append('}');
    int mark = filled.indexOf("%");
    while (mark >= 0) {
      int end = filled.indexOf("'", mark);
      int letters = Integer.parseInt(filled.substring(mark + 1, end));
      filled.replace(mark, end, "x".repeat(letters));
      mark = filled.indexOf("%");
    }
    return filled.toString();
  }

  private static TenantChange nothing() {
    return TenantChange.NOTHING;
  }

  private static TenantBody body(String json) {
    return new TenantBody(JsonInput.of(WireJson.parse(json.replace('\'', '"')), "hash"));
  }

  private static FailureException refused(ThrowingCallable work) {
    return catchThrowableOfType(FailureException.class, work);
  }
}
