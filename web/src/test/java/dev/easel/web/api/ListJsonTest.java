package dev.easel.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.shared.Page;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ListJsonTest {

  @Test
  void aSliceTellsItsItemsItsLimitAndWhereTheNextBegins() {
    assertThat(list(new Page<>(List.of("a", "b"), Optional.of("b"))))
        .hasToString(
            "{\"things\":[{\"id\":\"a\"},{\"id\":\"b\"}],\"limit\":2,\"next_cursor\":\"Yg\"}");
  }

  @Test
  void theLastSliceHasNoCursor() {
    assertThat(list(new Page<>(List.of(), Optional.empty())))
        .hasToString("{\"things\":[],\"limit\":2,\"next_cursor\":null}");
  }

  private static JsonObject list(Page<String> page) {
    return ListJson.of("things", page, 2, id -> WireJson.object().add("id", id));
  }
}
