package dev.easel.web.api.v2.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.domain.catalog.Lifecycle;
import dev.easel.domain.catalog.ModelLife;
import dev.easel.domain.shared.FailureException;
import dev.easel.web.api.JsonInput;
import jakarta.json.Json;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelLifeBodyTest {

  private static final ModelLife DYING =
      new ModelLife(
          Lifecycle.DEPRECATED, Optional.of(LocalDate.of(2027, 6, 30)), Optional.of("new"), true);

  @Test
  void whatIsAbsentStays() {
    assertThat(read("{}")).isEqualTo(DYING);
    assertThat(read("{'enabled': false}")).isEqualTo(DYING.served(false));
  }

  @Test
  void nullTakesAway() {
    ModelLife life = read("{'sunset_on': null, 'successor': null}");

    assertThat(life.sunsetOn()).isEmpty();
    assertThat(life.successorId()).isEmpty();
    assertThat(life.lifecycle()).isEqualTo(Lifecycle.DEPRECATED);
  }

  @Test
  void anActiveOneHasNoEnd() {
    assertThat(read("{'lifecycle': 'active'}").sunsetOn()).isEmpty();
    assertThat(refusal("{'lifecycle': 'active', 'sunset_on': '2028-01-01'}").fields())
        .containsOnlyKeys("lifecycle");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'lifecycle': 'dead'} | lifecycle",
        "{'sunset_on': 'soon'} | sunset_on",
        "{'sunset_on': '+99999-01-01'} | sunset_on",
        "{'enabled': 'yes'} | enabled",
        "{'ended': true} | ended",
        "{'successor': 5} | successor"
      })
  void whatIsWrongIsNamed(String body, String field) {
    assertThat(refusal(body).fields()).containsOnlyKeys(field);
  }

  private static FailureException refusal(String body) {
    return catchThrowableOfType(FailureException.class, () -> read(body));
  }

  private static ModelLife read(String body) {
    var json = Json.createReader(new StringReader(body.replace('\'', '"'))).readObject();
    return new ModelLifeBody(JsonInput.of(json, "")).over(DYING);
  }
}
