package dev.easel.web.api.openai;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.easel.domain.generation.Operation;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.generation.InputWish;
import dev.easel.web.api.FormInput;
import dev.easel.web.api.Forms;
import dev.easel.web.api.JsonInput;
import dev.easel.web.api.WireJson;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PicturesTest {

  @ParameterizedTest
  @ValueSource(strings = {"image", "image[]", "image[0]", "images", "images[]"})
  void aFormHasItsPicturesUnderAnyOfTheNamesClientsUse(String name) {
    Pictures pictures = ofForm(new Forms().with(name, "one").with(name, "two").build());

    assertThat(pictures.images()).extracting(InputWish::field).containsExactly("image", "image[1]");
    assertThat(pictures.source().orElseThrow().content()).isEqualTo("one".getBytes(UTF_8));
    assertThat(pictures.operation()).isEqualTo(Operation.IMAGE_TO_IMAGE);
  }

  @Test
  void aMaskMakesItAnInpainting() {
    Pictures pictures = ofForm(new Forms().with("image", "one").with("mask[]", "two").build());

    assertThat(pictures.operation()).isEqualTo(Operation.INPAINT);
    assertThat(pictures.mask().field()).isEqualTo("mask");
    assertThat(pictures.withoutMask().operation()).isEqualTo(Operation.IMAGE_TO_IMAGE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://example.com/a.png", "data:image/png;base64,AAAA", "img_1_0", "ast_1"})
  void aFormMayNameAPictureInsteadOfSendingIt(String reference) {
    InputWish wish = ofForm(new Forms().with("image", reference).build()).source().orElseThrow();

    assertThat(wish.reference()).isEqualTo(reference);
    assertThat(wish.content()).isNull();
  }

  @Test
  void aFormWithoutPictureIsRefusedWithItsOtherFaults() {
    FormInput form = new Forms().with("image", "").with("n", "x").build();
    JsonInput fields = FormFields.read(form);
    fields.integer("n");

    Pictures.ofForm(form, fields);

    assertThatThrownBy(fields::check)
        .asInstanceOf(type(FailureException.class))
        .extracting(FailureException::fields)
        .isEqualTo(Map.of("image", "is required", "n", "must be an integer"));
  }

  @Test
  void editsInJsonNameTheirPicturesByAddressOrId() {
    Pictures pictures =
        Pictures.ofEdit(
            body(
                "{'images': [{'image_url': 'https://a.example/b'}, {'file_id': 'ast_1'}],"
                    + "'mask': {'file_id': 'img_2_0'}}"));

    assertThat(pictures.images())
        .extracting(InputWish::field, InputWish::reference)
        .containsExactly(tuple("images[0]", "https://a.example/b"), tuple("images[1]", "ast_1"));
    assertThat(pictures.mask().reference()).isEqualTo("img_2_0");
    assertThat(pictures.further()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'images': [{}]}",
        "{'images': [{'image_url': 'a', 'file_id': 'b'}]}",
        "{'images': [7]}",
        "{'images': []}",
        "{'images': [1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17]}",
        "{'image': 'a', 'mask': 7}",
        "{}"
      })
  void editsInJsonWithoutProperPicturesAreRefused(String json) {
    JsonInput body = body(json);

    Pictures.ofEdit(body);

    assertThatThrownBy(body::check).isInstanceOf(FailureException.class);
  }

  @Test
  void aGenerationNeedsNoPicture() {
    JsonInput body = body("{'prompt': 'x'}");

    assertThat(Pictures.ofGeneration(body).operation()).isEqualTo(Operation.TEXT_TO_IMAGE);
    body.check();
  }

  @Test
  void whatIsKeptOfARequestHoldsNoPicture() {
    String kept =
        Kept.of(
            WireJson.parse(
                ("{'prompt': 'x', 'n': 1, 'image': '" + "A".repeat(3000) + "',")
                    .concat(
                        "'images': [{'image_url': 'data:image/png;base64,AAAA'},"
                            + "{'file_id': 'ast_1'}]}")
                    .replace('\'', '"')));

    assertThat(kept)
        .isEqualTo(
            "{'n':1,'image':'(content)','images':[{'image_url':'(content)'},{'file_id':'ast_1'}]}"
                .replace('\'', '"'));
  }

  private static Pictures ofForm(FormInput form) {
    JsonInput fields = FormFields.read(form);
    Pictures pictures = Pictures.ofForm(form, fields);
    fields.check();
    return pictures;
  }

  private static JsonInput body(String json) {
    return JsonInput.of(WireJson.parse(json.replace('\'', '"')), "00");
  }
}
