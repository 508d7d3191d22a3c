package dev.easel.domain.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tags, search words and slugs are all made of what people write. */
class WordsTest {

  @Test
  void tagsAreLowerCaseAndThereOnce() {
    assertThat(Tags.of("tags", List.of(" Sunset", "sunset", "Été")))
        .containsExactly("sunset", "été");
  }

  @Test
  void whatIsNoTagIsRefused() {
    for (String tag : List.of("", "  ", "a,b", "a\nb", "x".repeat(51))) {
      assertThatThrownBy(() -> Tags.of("tags", List.of(tag))).hasMessageStartingWith("tags ");
    }
    List<String> many = List.of("a b".repeat(8).split("b"));
    assertThat(Tags.of("tags", many)).hasSize(1);
    assertThatThrownBy(() -> Tags.of("tags", Collections.nCopies(1, "a,")));
  }

  @Test
  void wordsAreFoundWithoutCaseAndAccents() {
    assertThat(Terms.words("Über den Bergen, über 7 Täler! 東京 x_y%"))
        .containsExactly("uber", "den", "bergen", "7", "taler", "東京", "x", "y");
  }

  @Test
  void noWordIsLongerThanItsColumn() {
    assertThat(Terms.words("a".repeat(5000)).get(0).length()).isLessThanOrEqualTo(40);
    assertThat(Terms.words("𝒜".repeat(5000)).get(0).length()).isLessThanOrEqualTo(40);
    assertThat(Terms.words("ﷺ".repeat(50))).allMatch(word -> word.length() <= 40);
  }

  @Test
  void slugsStandInAddresses() {
    assertThat(Slug.of("My Landscapes")).isEqualTo("my-landscapes");
    assertThat(Slug.of("  Über/../den & Bergen ")).isEqualTo("uber-den-bergen");
    assertThat(Slug.of("東京")).isEqualTo("collection");
    assertThat(Slug.of("a ".repeat(200)).length()).isLessThanOrEqualTo(Slug.LONGEST);
    assertThat(Slug.free("A", List.of("a", "a-2")::contains)).isEqualTo("a-3");
  }

  @Test
  void aPlaceIsReadAsItWasWritten() {
    GalleryPlace place = new GalleryPlace(GallerySort.TITLE, "a b\nc", "gallery_item_0f_0");

    assertThat(GalleryPlace.parse(GallerySort.TITLE, place.text())).contains(place);
    assertThat(GalleryPlace.parse(GallerySort.LIKES, place.text())).isEmpty();
    assertThat(GalleryPlace.parse(GallerySort.LIKES, "likes gallery_item_0f_0 many")).isEmpty();
    assertThat(GalleryPlace.parse(GallerySort.CREATED_AT, "created_at gallery_item_0f_0 now"))
        .isEmpty();
  }
}
