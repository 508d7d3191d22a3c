package dev.easel.web.api.v2.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.domain.batch.BatchRun;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Page;
import dev.easel.service.batch.BatchRuns;
import dev.easel.web.api.QueryReader;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BatchRunResourceTest {

  private static final String ID = "run_0123456789abcdef01234567";

  private final BatchRunResource resource = new BatchRunResource();
  private final Asked asked = new Asked();

  @BeforeEach
  void build() {
    resource.runs = asked;
  }

  @Test
  void aCursorIsOpaqueAndComesBackAsTheIdItWasMadeOf() {
    JsonObject page = resource.list("ledger-audit", null, "7");

    assertThat(page.getString("next_cursor")).isEqualTo(QueryReader.cursor(ID));
    assertThat(asked.job).contains("ledger-audit");
    assertThat(asked.after).isEmpty();
    assertThat(asked.limit).isEqualTo(7);

    resource.list(null, page.getString("next_cursor"), null);
    assertThat(asked.job).isEmpty();
    assertThat(asked.after).contains(ID);
    assertThat(asked.limit).isEqualTo(20);
  }

  @Test
  void allThatIsWrongIsToldTogether() {
    FailureException refused =
        catchThrowableOfType(FailureException.class, () -> resource.list("A b", ID, "101"));

    assertThat(refused.fields()).containsOnlyKeys("job", "cursor", "limit");
  }

  /** Has one page and always another one. */
  private static final class Asked extends BatchRuns {
    private Optional<String> job;
    private Optional<String> after;
    private int limit;

    @Override
    public Page<BatchRun> list(Optional<String> jobName, Optional<String> start, int most) {
      job = jobName;
      after = start;
      limit = most;
      return new Page<>(List.of(), Optional.of(ID));
    }
  }
}
