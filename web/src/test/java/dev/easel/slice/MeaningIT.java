package dev.easel.slice;

import static dev.easel.slice.Backstage.origin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.gallery.GalleryFilter;
import dev.easel.domain.gallery.GalleryItem;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.Credits;
import dev.easel.service.gallery.GalleryDesk;
import dev.easel.service.gallery.ItemWish;
import dev.easel.service.gallery.MeaningSearch;
import dev.easel.service.generation.GenerationService;
import dev.easel.service.generation.Idempotency;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Search by meaning on the real database, with the real network. */
@ArquillianTest
class MeaningIT {

  private static final String INVOICE = "an invoice for office chairs";
  private static final String DARK_LAKE = "dark water in the mountains";

  @Inject GalleryDesk desk;
  @Inject MeaningSearch meanings;
  @Inject GenerationService generations;
  @Inject Backstage backstage;

  private Caller ann;
  private Caller bob;

  @Deployment
  static WebArchive slice() {
    return Slices.war();
  }

  @BeforeEach
  void openTenants() throws Exception {
    ann = backstage.tenantWith(Credits.of(50));
    bob = backstage.tenantWith(Credits.of(10));
  }

  @Test
  void whatIsMeantIsFoundAndNeverAnothers() throws Exception {
    String one = delivered(ann);
    String other = delivered(ann);
    String foreign = delivered(bob);
    awaitMeanings(one, other, foreign);

    assertThat(near(ann, DARK_LAKE)).containsExactlyInAnyOrder(one, other);
    assertThat(near(bob, DARK_LAKE)).containsExactly(foreign);
    assertThat(near(ann, INVOICE)).isEmpty();
    assertThat(meanings.similar(ann, one, 10))
        .extracting(near -> near.entry().item().id())
        .containsExactly(other);
  }

  @Test
  void whatIsSaidAnewMeansAnew() throws Exception {
    String one = delivered(ann);
    String other = delivered(ann);
    awaitMeanings(one, other);

    desk.trash(ann, other);
    desk.change(ann, one, titled(INVOICE));
    awaitMeanings(one);

    assertThat(near(ann, INVOICE)).containsExactly(one);
    assertThat(near(ann, DARK_LAKE)).doesNotContain(other);
    assertThat(
            backstage.count(
                "select count(*) from gallery_meaning where tenant_id = ?", ann.tenantId()))
        .isEqualTo(2);
  }

  /** The chore comes by every few seconds. */
  private void awaitMeanings(String... items) throws Exception {
    long end = System.nanoTime() + 60_000_000_000L;
    for (String id : items) {
      while (backstage.count("select count(*) from gallery_item where meant and id = ?", id) == 0) {
        assertThat(System.nanoTime() - end).isNegative();
        Thread.sleep(200);
      }
    }
  }

  private List<String> near(Caller caller, String text) {
    GalleryFilter filter = new GalleryFilter.Wish().of(caller.tenantId(), caller.userId(), false);
    return meanings.search(caller, filter, text, 0, 10).items().stream()
        .map(near -> near.entry().item().id())
        .toList();
  }

  private static ItemWish titled(String title) {
    return new ItemWish(
        Optional.of(title), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private String delivered(Caller caller) throws InterruptedException {
    String id =
        generations
            .submit(caller, Backstage.small(), origin(), Idempotency.none())
            .generation()
            .id();
    return GalleryItem.idOf(backstage.awaitEnd(caller, id).images().get(0).id());
  }
}
