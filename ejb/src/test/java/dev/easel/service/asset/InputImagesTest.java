package dev.easel.service.asset;

import static dev.easel.service.asset.Shelves.ANN;
import static dev.easel.service.asset.Shelves.BOB;
import static dev.easel.service.asset.Shelves.png;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.domain.asset.BlobStore.UnreachableException;
import dev.easel.domain.asset.Image;
import dev.easel.domain.asset.Input;
import dev.easel.domain.asset.InputFormat;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputImagesTest {

  private static final byte[] SMALL = png(4, 3);
  private static final String BASE64 = Base64.getEncoder().encodeToString(SMALL);

  private final Shelves shelves = new Shelves();
  private final InputImages inputs = shelves.inputs;

  @Test
  void aDataUrlIsStoredAndRead() {
    Input input = inputs.resolve(ANN, "image", "data:image/png;base64," + BASE64);

    assertThat(input.kind()).isEqualTo(Input.Kind.INLINE);
    assertThat(input.id()).startsWith("ast_");
    assertThat(input.format()).isEqualTo(InputFormat.PNG);
    assertThat(input.width()).isEqualTo(4);
    assertThat(input.height()).isEqualTo(3);
    assertThat(input.bytes()).isEqualTo(SMALL.length);
    assertThat(inputs.content(input)).isEqualTo(SMALL);
    assertThat(inputs.pixels(input).getWidth()).isEqualTo(4);
  }

  @Test
  void aStoreThatDoesNotAnswerIsNoMissingPicture() {
    Input input = inputs.keep(ANN, "image", SMALL);
    shelves.blobs.silent(1);

    assertThat(catchThrowableOfType(UnreachableException.class, () -> inputs.content(input)))
        .isNotNull();
    assertThat(inputs.content(input)).isEqualTo(SMALL);
  }

  @Test
  void theSameContentIsStoredOnceHoweverItComes() {
    shelves.web.put("https://example.org/a.png", SMALL);
    String first = inputs.resolve(ANN, "image", BASE64).id();

    assertThat(inputs.resolve(ANN, "image", "data:;base64," + BASE64).id()).isEqualTo(first);
    assertThat(inputs.resolve(ANN, "image", "https://example.org/a.png").id()).isEqualTo(first);
    assertThat(inputs.keep(ANN, "image", SMALL).id()).isEqualTo(first);
    assertThat(inputs.resolve(BOB, "image", BASE64).id()).isNotEqualTo(first);
    assertThat(shelves.blobs.keys()).hasSize(4);
  }

  @Test
  void anAddressIsFetchedOnceAndKept() {
    shelves.web.put("https://example.org/a.png", SMALL);
    Input input = inputs.resolve(ANN, "image", "https://example.org/a.png");
    shelves.web.clear();

    assertThat(input.kind()).isEqualTo(Input.Kind.URL);
    assertThat(inputs.find("ten_ann", input.id()).orElseThrow().sha256()).isEqualTo(input.sha256());
    assertThat(inputs.pixels(input).getHeight()).isEqualTo(3);
  }

  @Test
  void aRefusedAddressNamesTheFieldAndTheReason() {
    FailureException refused = refusal("http://10.0.0.1/");

    assertThat(refused.code()).isEqualTo(FailureCode.INVALID_IMAGE);
    assertThat(refused.fields()).containsKey("image");
    assertThat(refused.details()).containsEntry("reason", "url_not_allowed");
  }

  @Test
  void ownImagesAreNamedByIdOrSignedAddress() {
    Image image = shelves.delivered(ANN, SMALL);
    String link = shelves.signed(image.id(), "image.png");

    assertThat(inputs.resolve(ANN, "image", image.id()).kind()).isEqualTo(Input.Kind.IMAGE);
    assertThat(inputs.resolve(ANN, "image", link).id()).isEqualTo(image.id());
    assertThat(inputs.resolve(ANN, "image", link.substring("https://easel.example".length())).id())
        .isEqualTo(image.id());
    assertThat(inputs.resolve(ANN, "image", shelves.signed(image.id(), "thumbnail.jpeg")).width())
        .isEqualTo(2);
  }

  @Test
  void whatWasEnlargedBeyondWhatIsReadIsRefusedWhenItIsNamed() {
    Image image = shelves.delivered(ANN, SMALL);
    inputs.mostPixels = 12;
    assertThat(inputs.resolve(ANN, "image", image.id()).width()).isEqualTo(4);
    inputs.mostPixels = 11;

    FailureException refused = refusal(image.id());

    assertThat(refused.code()).isEqualTo(FailureCode.INVALID_IMAGE);
    assertThat(refused.fields())
        .containsEntry("image", "is of 4x3 pixels, more than the 11 this server reads");
  }

  @Test
  void nothingOfAnotherTenantIsReached() {
    Image image = shelves.delivered(ANN, SMALL);
    String asset = inputs.resolve(ANN, "image", BASE64).id();

    for (String reference :
        new String[] {image.id(), asset, shelves.signed(image.id(), "image.png")}) {
      FailureException refused =
          catchThrowableOfType(
              FailureException.class, () -> inputs.resolve(BOB, "image", reference));
      assertThat(refused.code()).isEqualTo(FailureCode.INVALID_IMAGE);
    }
    assertThat(inputs.find("ten_bob", asset)).isEmpty();
    assertThat(inputs.find("ten_bob", image.id())).isEmpty();
  }

  @Test
  void aForgedLinkIsNoLink() {
    Image image = shelves.delivered(ANN, SMALL);

    FailureException refused =
        refusal("https://easel.example/files/" + image.id() + "/image.png?exp=1&sig=x");

    assertThat(refused.details()).containsEntry("reason", "url_not_allowed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "cat.png", "../../etc/passwd", "img_1", "/files/x", "/files/img_x/y?sig=1"})
  void whatHasNoKnownFormIsAnInvalidRequest(String reference) {
    assertThat(refusal(reference).code()).isEqualTo(FailureCode.INVALID_REQUEST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "data:image/png;base64",
        "data:image/png;base64,@@@@",
        "data:image/png;base64,iVBORw0KGgo=",
        "data:image/svg+xml,%3Csvg%20xmlns='http://www.w3.org/2000/svg'/%3E",
        "data:,%zz",
        "ftp://example.org/a.png",
        "file:///etc/passwd",
        "ast_0123456789abcdef01234567"
      })
  void whatHoldsNoPictureIsAnInvalidImage(String reference) {
    FailureException refused = refusal(reference);

    assertThat(refused.code()).isEqualTo(FailureCode.INVALID_IMAGE);
    assertThat(refused.fields()).containsOnlyKeys("image");
    assertThat(shelves.blobs.keys()).isEmpty();
  }

  @Test
  void whatIsDeletedIsReadByJobsForADay() {
    Input input = inputs.resolve(ANN, "image", BASE64);
    shelves.desk.delete(ANN, input.id());
    shelves.expiry.run();

    assertThat(inputs.content(input)).isEqualTo(SMALL);
  }

  private FailureException refusal(String reference) {
    return catchThrowableOfType(
        FailureException.class, () -> inputs.resolve(ANN, "image", reference));
  }
}
