package dev.easel.web.api.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.easel.domain.shared.FailureException;
import dev.easel.web.api.Forms;
import dev.easel.web.api.JsonInput;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormFieldsTest {

  @Test
  void textBecomesNumbersAndFlagsWhereTheyAreWanted() {
    JsonInput fields =
        FormFields.read(
            new Forms()
                .with("n", "2")
                .with("stream", "True")
                .with("strength", " 0.5 ")
                .with("prompt", "7")
                .build());

    assertThat(fields.integer("n")).isEqualTo(2);
    assertThat(fields.flag("stream")).isTrue();
    assertThat(fields.number("strength")).isEqualTo(0.5);
    assertThat(fields.text("prompt")).isEqualTo("7");
    fields.check();
  }

  @Test
  void whatIsNoNumberIsToldAsSuch() {
    JsonInput fields = FormFields.read(new Forms().with("n", "two").with("stream", "2").build());

    fields.integer("n");
    fields.flag("stream");

    assertThatThrownBy(fields::check)
        .asInstanceOf(type(FailureException.class))
        .extracting(FailureException::fields)
        .isEqualTo(Map.of("n", "must be an integer", "stream", "must be true or false"));
  }

  @Test
  void anEndlessNumberIsOutOfRange() {
    JsonInput fields = FormFields.read(new Forms().with("seed", "1e999999999").build());

    fields.longInteger("seed");

    assertThatThrownBy(fields::check).hasMessageContaining("out of range");
  }

  @Test
  void emptyFieldsAndFilesAreNoMembers() {
    JsonInput fields =
        FormFields.read(
            new Forms().with("size", "").with("image[]", "…").with("mask", "…").build());

    assertThat(fields.json()).isEmpty();
  }

  @Test
  void membersInBracketsAreNested() {
    JsonInput fields =
        FormFields.read(
            new Forms().with("metadata[run]", "1").with("svg[reasoning][effort]", "low").build());

    assertThat(fields.object("metadata").text("run")).isEqualTo("1");
    assertThat(fields.has("svg")).isTrue();
  }

  @Test
  void theHashIsOfNamesAndContents() {
    String hash = FormFields.read(new Forms().with("n", "2").build()).hash();

    assertThat(FormFields.read(new Forms().with("n", "2").build()).hash()).isEqualTo(hash);
    assertThat(FormFields.read(new Forms().with("n", "3").build()).hash()).isNotEqualTo(hash);
    assertThat(FormFields.read(new Forms().with("m", "2").build()).hash()).isNotEqualTo(hash);
  }
}
