package dev.easel.slice;

import static dev.easel.slice.Backstage.origin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.gallery.GalleryFilter;
import dev.easel.domain.gallery.GalleryItem;
import dev.easel.domain.gallery.GalleryQuery;
import dev.easel.domain.gallery.GallerySort;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.Credits;
import dev.easel.service.gallery.BulkAction;
import dev.easel.service.gallery.GalleryBulk;
import dev.easel.service.gallery.GalleryDesk;
import dev.easel.service.gallery.GalleryRemoval;
import dev.easel.service.gallery.ItemWish;
import dev.easel.service.gallery.PublicGallery;
import dev.easel.service.generation.GenerationService;
import dev.easel.service.generation.Idempotency;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows of tags say what their items are, whatever becomes of those. */
@ArquillianTest
class GalleryTagsIT {

  private static final List<String> NAMES = List.of("a", "b", "c", "d");
  private static final int STEPS = 120;

  @Inject GalleryDesk desk;
  @Inject GalleryBulk bulk;
  @Inject GalleryRemoval removal;
  @Inject PublicGallery publicly;
  @Inject GenerationService generations;
  @Inject Backstage backstage;
  @Inject Crowd crowd;

  private Caller ann;

  @Deployment
  static WebArchive slice() {
    return Slices.war();
  }

  @BeforeEach
  void openTenant() throws Exception {
    ann = backstage.tenantWith(Credits.of(50));
  }

  @Test
  void tagsFollowTheirItemThroughEveryChange() throws Exception {
    List<String> items = new ArrayList<>(List.of(delivered(), delivered(), delivered()));
    Random random = new Random(20261130);
    for (int step = 0; step < STEPS; step++) {
      String item = items.get(random.nextInt(items.size()));
      String done = change(random, item);
      assertThat(astray()).as("step %d: %s", step, done).isZero();
      assertThat(listed()).as("step %d: %s", step, done).isEqualTo(tagged());
    }
    items.forEach(item -> removal.remove(ann, item));
    assertThat(backstage.count("select count(*) from gallery_tag where tenant_id = ?", tenant()))
        .isZero();
  }

  @Test
  void tagsFollowWhoeverIsFirst() throws Exception {
    String item = delivered();
    desk.change(ann, item, tags(NAMES));

    crowd.all(8, i -> i % 2 == 0 ? desk.change(ann, item, tags(NAMES)) : shown(item, i % 4 == 1));

    assertThat(astray()).isZero();
    assertThat(listed()).isEqualTo(tagged()).isEqualTo(4);
  }

  private Object shown(String item, boolean open) {
    return desk.change(ann, item, wish(Optional.empty(), Optional.of(open)));
  }

  private String change(Random random, String item) {
    int kind = random.nextInt(8);
    switch (kind) {
      case 0 -> desk.trash(ann, item);
      case 1 -> desk.restore(ann, item);
      case 2 -> shown(item, random.nextBoolean());
      case 3, 4 -> desk.change(ann, item, tags(NAMES.subList(0, random.nextInt(5))));
      case 5 -> bulk.run(ann, order(BulkAction.ADD_TAGS, random), List.of(item));
      case 6 -> bulk.run(ann, order(BulkAction.REMOVE_TAGS, random), List.of(item));
      default -> withdraw(item);
    }
    return kind + " " + item;
  }

  private void withdraw(String item) {
    if (desk.get(ann, item).item().isPublic()) {
      publicly.withdraw(ann, item);
    } else {
      bulk.run(ann, new GalleryBulk.Order(BulkAction.PUBLISH, List.of(), ""), List.of(item));
    }
  }

  private static GalleryBulk.Order order(BulkAction action, Random random) {
    return new GalleryBulk.Order(action, List.of(NAMES.get(random.nextInt(4))), "");
  }

  /** Rows that differ from their item. */
  private long astray() throws Exception {
    return backstage.count(
        "select count(*) from gallery_tag t left join gallery_item i on i.id = t.item_id"
            + " where t.tenant_id = ? and (i.id is null or t.trashed <> i.trashed"
            + " or t.is_public <> i.is_public or t.model_id <> i.model_id"
            + " or t.created_at <> i.created_at or t.tenant_id <> i.tenant_id)",
        tenant());
  }

  /** How often a tag finds an item, in the trash or not, shown or not. */
  private long listed() {
    long found = 0;
    for (String name : NAMES) {
      for (boolean trashed : List.of(true, false)) {
        GalleryFilter filter =
            new GalleryFilter.Wish().tags(List.of(name), false).of(tenant(), ann.userId(), trashed);
        int page = desk.list(ann, GalleryQuery.newest(filter, 10)).items().size();
        assertThat(desk.count(ann, filter)).isEqualTo(page);
        found += page;
      }
    }
    return found;
  }

  /** How many tags the items themselves have. */
  private long tagged() {
    long tags = 0;
    for (boolean trashed : List.of(true, false)) {
      GalleryFilter all = new GalleryFilter.Wish().of(tenant(), ann.userId(), trashed);
      GalleryQuery query = new GalleryQuery(all, GallerySort.TITLE, true, Optional.empty(), 0, 10);
      tags += desk.list(ann, query).items().stream().mapToLong(e -> e.item().tags().size()).sum();
    }
    return tags;
  }

  private static ItemWish tags(List<String> names) {
    return wish(Optional.of(names), Optional.empty());
  }

  private static ItemWish wish(Optional<List<String>> tags, Optional<Boolean> open) {
    return new ItemWish(Optional.empty(), Optional.empty(), tags, open, Optional.empty());
  }

  private String tenant() {
    return ann.tenantId();
  }

  private String delivered() throws InterruptedException {
    String id =
        generations.submit(ann, Backstage.small(), origin(), Idempotency.none()).generation().id();
    return GalleryItem.idOf(backstage.awaitEnd(ann, id).images().get(0).id());
  }
}
