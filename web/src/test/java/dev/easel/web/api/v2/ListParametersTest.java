package dev.easel.web.api.v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.easel.domain.generation.GenerationQuery;
import dev.easel.domain.generation.GenerationStatus;
import dev.easel.domain.shared.FailureException;
import dev.easel.web.api.QueryReader;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ListParametersTest {

  private final ListParameters parameters = new ListParameters();

  @Test
  void withoutParametersThereAreTwentyOfAll() {
    GenerationQuery query = parameters.query();

    assertThat(query.limit()).isEqualTo(20);
    assertThat(query.offset()).isZero();
    assertThat(query.status()).isEmpty();
  }

  @Test
  void theLastDayIsIncludedWhole() {
    parameters.dateFrom = "2024-01-01";
    parameters.dateTo = "2024-01-31";

    GenerationQuery query = parameters.query();

    assertThat(query.from()).contains(Instant.parse("2024-01-01T00:00:00Z"));
    assertThat(query.until()).contains(Instant.parse("2024-02-01T00:00:00Z"));
  }

  @Test
  void timesMayHaveAnOffset() {
    parameters.dateFrom = "2024-01-01T02:00:00+02:00";

    assertThat(parameters.query().from()).contains(Instant.parse("2024-01-01T00:00:00Z"));
  }

  @Test
  void pagesAreCountedFromOne() {
    parameters.page = "3";
    parameters.limit = "50";
    parameters.status = "completed";

    assertThat(parameters.query().offset()).isEqualTo(100);
    assertThat(parameters.query().status()).contains(GenerationStatus.COMPLETED);
  }

  @Test
  void aCursorComesBackAsTheIdItWasMadeOf() {
    parameters.cursor = QueryReader.cursor("gen_0123456789abcdef01234567");

    assertThat(parameters.query().after()).contains("gen_0123456789abcdef01234567");
  }

  @Test
  void everythingThatIsWrongIsNamed() {
    parameters.status = "done";
    parameters.dateFrom = "yesterday";
    parameters.dateTo = "+10000-01-01";
    parameters.cursor = "@";
    parameters.limit = "101";
    parameters.page = "0";
    parameters.requestId = "a\0";

    assertThatThrownBy(parameters::query)
        .asInstanceOf(type(FailureException.class))
        .satisfies(
            refused ->
                assertThat(refused.fields())
                    .containsOnlyKeys(
                        "limit", "page", "status", "date_from", "date_to", "cursor", "request_id"));
  }

  @Test
  void aCursorAndAPageContradictEachOther() {
    parameters.cursor = QueryReader.cursor("gen_0123456789abcdef01234567");
    parameters.page = "2";

    assertThatThrownBy(parameters::query).isInstanceOf(FailureException.class);
  }
}
