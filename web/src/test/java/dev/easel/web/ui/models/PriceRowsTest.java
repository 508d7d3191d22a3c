package dev.easel.web.ui.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.catalog.PriceTerms;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PriceRowsTest {

  private final MultivaluedMap<String, String> sent = new MultivaluedHashMap<>();

  @Test
  void fieldsOfOnePlaceAreOneRule() {
    sent.put("operation", List.of("", "inpaint"));
    sent.put("usd", List.of("0.02", " 0.05 "));
    sent.put("max_pixels", List.of("1048576", ""));
    sent.put("from_count", List.of("1", "4"));

    assertThat(rules())
        .extracting(Object::toString)
        .containsExactly(
            "{\"max_pixels\":1048576,\"from_count\":1,\"usd\":0.02}",
            "{\"operation\":\"inpaint\",\"from_count\":4,\"usd\":0.05}");
  }

  @Test
  void aLineWithoutAPriceIsNone() {
    sent.put("operation", List.of("inpaint", "upscale"));
    sent.put("usd", List.of("", "1"));

    assertThat(rules())
        .extracting(Object::toString)
        .containsExactly("{\"operation\":\"upscale\",\"usd\":1}");
  }

  @Test
  void aTimeFromTheBrowserIsUtc() {
    sent.putSingle("active_from", "2026-12-01T08:30");

    assertThat(body().getString("active_from")).isEqualTo("2026-12-01T08:30:00Z");
  }

  @Test
  void whatIsNoTimeIsLeftForTheApiToRefuse() {
    sent.putSingle("active_from", "tomorrow");

    assertThat(body().getString("active_from")).isEqualTo("tomorrow");
  }

  @Test
  void noMoreThanTwoHundredLinesAreRead() {
    sent.put("usd", Collections.nCopies(201, "1"));

    assertThat(PriceRows.lines(sent)).hasSize(200);
  }

  @Test
  void whatARuleLeavesOpenIsAnEmptyField() {
    Map<String, String> line = PriceRows.line(PriceTerms.flat(PriceTerms.ANY_OPERATION, 2_500_000));

    assertThat(line)
        .containsEntry("operation", "")
        .containsEntry("usd", "2.5")
        .containsEntry("quality", "")
        .containsEntry("max_pixels", "")
        .containsEntry("from_count", "1")
        .containsEntry("included_steps", "")
        .containsEntry("usd_per_extra_step", "");
  }

  @Test
  void belowTheRulesThereIsRoomForMore() {
    assertThat(PriceRows.of(List.of()))
        .hasSize(3)
        .allMatch(line -> line.values().stream().allMatch(String::isEmpty));
  }

  private List<?> rules() {
    return body().getJsonArray("rules");
  }

  private JsonObject body() {
    return PriceRows.body(sent).json();
  }
}
