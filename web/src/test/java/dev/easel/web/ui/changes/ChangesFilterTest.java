package dev.easel.web.ui.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.domain.audit.AuditQuery;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangesFilterTest {

  private final ChangesFilter filter = new ChangesFilter();

  @Test
  void nothingGivenFiltersNothing() {
    filter.who = "  ";

    AuditQuery query = filter.query();

    assertThat(query.actor()).isEmpty();
    assertThat(query.from()).isEmpty();
    assertThat(query.until()).isEmpty();
    assertThat(filter.fields()).hasSize(7).containsEntry("who", "").containsEntry("tenant", "");
  }

  @Test
  void theLastDayCountsWhole() {
    filter.from = "2026-11-22";
    filter.to = " 2026-11-23 ";

    AuditQuery query = filter.query();

    assertThat(query.from()).contains(Instant.parse("2026-11-22T00:00:00Z"));
    assertThat(query.until()).contains(Instant.parse("2026-11-24T00:00:00Z"));
  }

  @Test
  void eachFieldAsksForItsOwn() {
    filter.tenant = "ten_1";
    filter.who = "ann";
    filter.what = "key";
    filter.which = "key_1";
    filter.address = "127.0.0.1";

    AuditQuery query = filter.query();

    assertThat(query.tenantId()).contains("ten_1");
    assertThat(query.actor()).contains("ann");
    assertThat(query.action()).contains("key");
    assertThat(query.target()).contains("key_1");
    assertThat(query.address()).contains("127.0.0.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-02-30", "yesterday", "0000-01-01", "9999-12-31", "+10000-01-01"})
  void aDayThatIsNoneIsRefusedByName(String day) {
    filter.to = day;

    FailureException refused = catchThrowableOfType(FailureException.class, filter::query);

    assertThat(refused.code()).isEqualTo(FailureCode.INVALID_REQUEST);
    assertThat(refused).hasMessageContaining("to");
  }

  @Test
  void aWordLongerThanAnAddressMayBeIsRefused() {
    filter.who = "x".repeat(321);

    FailureException refused = catchThrowableOfType(FailureException.class, filter::query);

    assertThat(refused.code()).isEqualTo(FailureCode.INVALID_REQUEST);
  }
}
