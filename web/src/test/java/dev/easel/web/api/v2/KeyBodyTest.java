package dev.easel.web.api.v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.domain.identity.IpRange;
import dev.easel.domain.identity.KeyRights;
import dev.easel.domain.identity.Scope;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.catalog.CatalogService;
import dev.easel.service.identity.KeyWish;
import dev.easel.web.api.JsonInput;
import dev.easel.web.api.WireJson;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyBodyTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Instant LATER = Instant.parse("2027-01-01T00:00:00Z");
  private static final KeyWish OLD =
      new KeyWish(
          "old",
          new KeyRights(
              Set.of(Scope.GALLERY_READ),
              Set.of("easel/sketch"),
              List.of(IpRange.parse("10.0.0.0/8").orElseThrow()),
              OptionalInt.of(7)),
          Optional.of(LATER));

  @Test
  void whatIsAbsentStays() {
    assertThat(read("{}")).isEqualTo(OLD);
  }

  @Test
  void nullLiftsALimit() {
    KeyWish wish =
        read("{'expires_at':null,'requests_per_minute':null,'models':null,'allowed_ips':null}");

    assertThat(wish.expiresAt()).isEmpty();
    assertThat(wish.rights().perMinute()).isEmpty();
    assertThat(wish.rights().models()).isEmpty();
    assertThat(wish.rights().addresses()).isEmpty();
    assertThat(wish.rights().scopes()).containsExactly(Scope.GALLERY_READ);
  }

  @Test
  void nullLiftsALimitUnderItsAliasToo() {
    assertThat(read("{'expiresAt':null}").expiresAt()).isEmpty();
    assertThat(read("{'requestsPerMinute':null}").rights().perMinute()).isEmpty();
  }

  @Test
  void timesMayHaveAnOffset() {
    assertThat(read("{'expires_at':'2027-01-01T02:00:00+02:00'}").expiresAt()).contains(LATER);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'soon'                    | must be a time such as 2027-01-31T12:00:00Z",
        "''                        | must be a time such as 2027-01-31T12:00:00Z",
        "'2027-01-31'              | must be a time such as 2027-01-31T12:00:00Z",
        "'+12027-01-31T12:00:00Z'  | must be a time such as 2027-01-31T12:00:00Z",
        "'2026-11-22T12:00:00Z'    | must lie ahead",
        "5                         | must be a string"
      })
  void anEndIsATimeThatLiesAhead(String given, String reason) {
    assertThat(refused("{'expires_at':" + given + "}").fields())
        .containsOnlyKeys("expires_at")
        .containsEntry("expires_at", reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'name':' '} | name",
        "{'scopes':['fly']} | scopes",
        "{'scopes':[]} | scopes",
        "{'allowed_ips':['here']} | allowed_ips",
        "{'allowed_ips':[]} | allowed_ips",
        "{'requests_per_minute':0} | requests_per_minute",
        "{'requests_per_minute':1.5} | requests_per_minute",
        "{'rpm':5} | rpm"
      })
  void whatIsWrongIsNamed(String json, String field) {
    assertThat(refused(json).fields()).containsOnlyKeys(field);
  }

  private static KeyWish read(String json) {
    JsonInput body = JsonInput.of(WireJson.parse(json.replace('\'', '"')), "hash");
    return new KeyBody(body, new CatalogService(), NOW).over(OLD);
  }

  private static FailureException refused(String json) {
    return catchThrowableOfType(FailureException.class, () -> read(json));
  }
}
