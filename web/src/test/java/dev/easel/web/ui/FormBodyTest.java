package dev.easel.web.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.web.api.JsonInput;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import org.junit.jupiter.api.Test;

class FormBodyTest {

  private final MultivaluedMap<String, String> sent = new MultivaluedHashMap<>();

  @Test
  void anEmptyFieldIsLeftOutOrTakesAway() {
    sent.putSingle("name", "  ");
    sent.putSingle("limit", "");

    JsonInput body = new FormBody(sent).texts("name").numbers("limit").clearable("hint").input();

    assertThat(body.json().toString()).isEqualTo("{\"limit\":null,\"hint\":null}");
  }

  @Test
  void whatIsNoNumberIsJudgedAsTheTextItIs() {
    sent.putSingle("many", "many");
    sent.putSingle("some", " 12 ");

    JsonInput body = new FormBody(sent).numbers("many", "some").input();

    assertThat(body.json().toString()).isEqualTo("{\"many\":\"many\",\"some\":12}");
  }

  @Test
  void aBoxThatIsNotTickedIsNotSent() {
    sent.putSingle("vip", "on");

    JsonInput body = new FormBody(sent).flags("vip", "enabled").input();

    assertThat(body.json().toString()).isEqualTo("{\"vip\":true,\"enabled\":false}");
  }

  @Test
  void theFormComesBackAsItWasTyped() {
    sent.putSingle("name", " North ");

    assertThat(new FormBody(sent).fields()).containsEntry("name", "North");
  }
}
