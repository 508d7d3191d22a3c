package dev.easel.adapter.persistence;

import dev.easel.domain.gallery.GalleryFilter;
import dev.easel.domain.gallery.GalleryItem;
import dev.easel.domain.gallery.GalleryQuery;
import dev.easel.domain.gallery.GalleryRepository;
import dev.easel.domain.gallery.VisitKind;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Page;
import dev.easel.domain.shared.StoredText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The gallery by JPA; its lists by SQL, whose plans are known. What is counted is counted under the
 * lock of the item's row, taken by a statement of its own, so that the next one sees what others
 * have committed.
 */
@ApplicationScoped
public class JpaGalleryRepository implements GalleryRepository {

  private static final List<String> BELONGINGS =
      List.of(
          "gallery_term",
          "gallery_tag",
          "gallery_like",
          "gallery_visit",
          "collection_item",
          "gallery_share",
          "gallery_meaning");

  @PersistenceContext(unitName = "easel")
  private EntityManager entities;

  @Inject Sql sql;
  @Inject GalleryPlans plans;
  @Inject GalleryTerms terms;

  @Override
  public void add(GalleryItem item) {
    Unique.add(
        entities,
        item,
        () -> FailureException.of(FailureCode.CONFLICT, "The image is being filed already"));
  }

  @Override
  public Optional<GalleryItem> find(String id) {
    return Optional.of(id)
        .filter(StoredText::isStorable)
        .map(text -> entities.find(GalleryItem.class, text));
  }

  @Override
  public List<GalleryItem> all(Collection<String> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return entities
        .createQuery("select i from GalleryItem i where i.id in :ids", GalleryItem.class)
        .setParameter("ids", ids)
        .getResultList();
  }

  @Override
  public void index(GalleryItem item, Set<String> words) {
    lock(item.id());
    terms.write(item, words);
    item.wasIndexed();
    sql.update("update gallery_item set meant = ? where id = ? and meant", false, item.id());
  }

  @Override
  public Page<GalleryItem> list(GalleryQuery query) {
    GallerySql page = plans.page(query);
    List<String> ids = sql.list(row -> row.getString(1), page.text(), page.values());
    Map<String, GalleryItem> found = new HashMap<>();
    all(ids).forEach(item -> found.put(item.id(), item));
    List<GalleryItem> rows = ids.stream().filter(found::containsKey).map(found::get).toList();
    return Page.of(rows, query.limit(), query::placeOf);
  }

  @Override
  public long count(GalleryFilter filter, int cap) {
    GallerySql count = plans.count(filter, cap);
    return sql.list(row -> row.getLong(1), count.text(), count.values()).get(0);
  }

  @Override
  public List<MonthCount> months(String tenantId) {
    return sql.list(
        row -> new MonthCount(row.getInt(1), row.getLong(2)),
        "select made_month, count(*) from gallery_item where tenant_id = ? and trashed = ?"
            + " group by made_month order by made_month desc",
        tenantId,
        false);
  }

  @Override
  public List<TagCount> tags(String tenantId, int most) {
    return terms.tags(tenantId, most);
  }

  @Override
  public boolean like(String itemId, String userId, Instant now) {
    lock(itemId);
    int added =
        sql.update(
            "insert into gallery_like (item_id, user_id, created_at)"
                + " select i.id, u.id, cast(? as timestamp(6) with time zone)"
                + " from gallery_item i join app_user u on u.id = ? where i.id = ?"
                + " and not exists (select 1 from gallery_like l"
                + " where l.item_id = i.id and l.user_id = u.id)",
            now,
            userId,
            itemId);
    count(itemId, "likes", added);
    return added == 1;
  }

  @Override
  public boolean unlike(String itemId, String userId) {
    lock(itemId);
    int gone =
        sql.update("delete from gallery_like where item_id = ? and user_id = ?", itemId, userId);
    count(itemId, "likes", -gone);
    return gone == 1;
  }

  @Override
  public Set<String> likedBy(String userId, Collection<String> itemIds) {
    if (itemIds.isEmpty()) {
      return Set.of();
    }
    List<Object> values = new ArrayList<>(itemIds);
    values.add(0, userId);
    String marks = String.join(", ", Collections.nCopies(itemIds.size(), "?"));
    return new HashSet<>(
        sql.list(
            row -> row.getString(1),
            "select item_id from gallery_like where user_id = ? and item_id in (" + marks + ")",
            values.toArray()));
  }

  @Override
  public boolean visit(String itemId, VisitKind kind, String viewer, LocalDate day) {
    if (wasHere(itemId, kind, viewer, day)) {
      return false; // without a lock: most who come again come soon
    }
    lock(itemId);
    if (wasHere(itemId, kind, viewer, day)) {
      return false;
    }
    sql.update(
        "insert into gallery_visit (item_id, visit_kind, viewer, visit_day) values (?, ?, ?, ?)",
        itemId,
        kind.name(),
        viewer,
        day);
    count(itemId, kind == VisitKind.VIEW ? "views" : "downloads", 1);
    return true;
  }

  private boolean wasHere(String itemId, VisitKind kind, String viewer, LocalDate day) {
    return !sql.list(
            row -> row.getString(1),
            "select item_id from gallery_visit"
                + " where item_id = ? and visit_kind = ? and viewer = ? and visit_day = ?",
            itemId,
            kind.name(),
            viewer,
            day)
        .isEmpty();
  }

  private void lock(String itemId) {
    sql.list(
        row -> row.getString(1), "select id from gallery_item where id = ? for update", itemId);
  }

  private void count(String itemId, String column, int more) {
    if (more != 0) {
      sql.update(
          "update gallery_item set " + column + " = " + column + " + ? where id = ?", more, itemId);
      GalleryItem known = entities.find(GalleryItem.class, itemId);
      entities.flush();
      entities.refresh(known); // it may have been read before it was counted
    }
  }

  @Override
  public int forgetVisits(LocalDate before) {
    return sql.update("delete from gallery_visit where visit_day < ?", before);
  }

  @Override
  public List<String> trashedBefore(Instant then, int most) {
    return sql.list(
        row -> row.getString(1),
        "select id from gallery_item where deleted_at < ? order by deleted_at limit ?",
        then,
        most);
  }

  @Override
  public List<String> notIndexed(int most) {
    return sql.list(
        row -> row.getString(1),
        "select id from gallery_item where indexed = ? limit ?",
        false,
        most);
  }

  @Override
  public void remove(String id) {
    BELONGINGS.forEach(table -> sql.update("delete from " + table + " where item_id = ?", id));
    find(id).ifPresent(entities::remove);
  }
}
