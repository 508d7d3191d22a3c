package dev.easel.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The widths of the columns against the limits of the requests. Prompts are limited in characters;
 * H2 counts UTF-16 units, two for an emoji.
 */
class LongTextsTest {

  private MigratedDatabase database;

  @BeforeEach
  void open() {
    database = new MigratedDatabase();
  }

  @AfterEach
  void close() throws SQLException {
    database.close();
  }

  @ParameterizedTest
  @CsvSource({
    "generation, prompt, 64000",
    "generation, negative_prompt, 64000",
    // Four styles of 4,000 units, each after a comma and a space.
    "generation, effective_prompt, 80008",
    "image, revised_prompt, 80008",
    "generation, remarks, 8000",
    "generation, metadata, 16384",
    "generation, requested, 20000",
    "generation, error_message, 1000",
    "attempt, outcome, 500",
    "generation, webhook_url, 2048",
    "generation, end_user, 200",
    "generation, request_id, 128",
    "generation, sampler, 60",
    "generation, scheduler, 60",
    // The tenant's id, a colon, the longest key.
    "idempotency_record, id, 296"
  })
  void theLongestLegalTextFitsItsColumn(String table, String column, int units)
      throws SQLException {
    String width =
        database
            .texts(
                "select character_maximum_length from information_schema.columns"
                    + " where lower(table_name) = ? and lower(column_name) = ?",
                table,
                column)
            .get(0);

    assertThat(Integer.parseInt(width)).isGreaterThanOrEqualTo(units);
  }
}
