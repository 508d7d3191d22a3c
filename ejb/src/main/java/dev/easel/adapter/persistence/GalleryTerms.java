package dev.easel.adapter.persistence;

import dev.easel.domain.gallery.GalleryItem;
import dev.easel.domain.gallery.GalleryRepository.TagCount;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** The words and tags items are found by. What a tag says of its item, the database keeps so. */
@ApplicationScoped
class GalleryTerms {

  @Inject Sql sql;

  /** Writes them instead of those there were. The item's row is locked and in the database. */
  void write(GalleryItem item, Set<String> words) {
    sql.update("delete from gallery_term where item_id = ?", item.id());
    sql.update("delete from gallery_tag where item_id = ?", item.id());
    if (!words.isEmpty()) {
      List<Object> values = new ArrayList<>();
      words.forEach(word -> values.addAll(List.of(item.id(), word, item.tenantId())));
      String rows = String.join(", ", Collections.nCopies(words.size(), "(?, ?, ?)"));
      sql.update(
          "insert into gallery_term (item_id, term, tenant_id) values " + rows, values.toArray());
    }
    item.tags().forEach(tag -> tag(item, tag));
  }

  /** As the item's row is now; when it changes, its tags do. */
  private void tag(GalleryItem item, String tag) {
    sql.update(
        "insert into gallery_tag"
            + " (item_id, tag, tenant_id, trashed, is_public, model_id, created_at)"
            + " select i.id, cast(? as varchar(80)), i.tenant_id, i.trashed, i.is_public,"
            + " i.model_id, i.created_at from gallery_item i where i.id = ?",
        tag,
        item.id());
  }

  /** The tags of most items first; those in the trash are not counted. */
  List<TagCount> tags(String tenantId, int most) {
    return sql.list(
        row -> new TagCount(row.getString(1), row.getLong(2)),
        "select t.tag, count(*) as items from gallery_tag t"
            + " where t.tenant_id = ? and t.trashed = ?"
            + " group by t.tag order by items desc, t.tag limit ?",
        tenantId,
        false,
        most);
  }
}
