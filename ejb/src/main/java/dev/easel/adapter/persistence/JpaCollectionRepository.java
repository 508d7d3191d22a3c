package dev.easel.adapter.persistence;

import static java.util.stream.Collectors.toMap;

import dev.easel.domain.gallery.CollectionRepository;
import dev.easel.domain.gallery.GalleryCollection;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Page;
import dev.easel.domain.shared.StoredText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collections by JPA, and what is in them by SQL. */
@ApplicationScoped
public class JpaCollectionRepository implements CollectionRepository {

  private static final String IN_SIGHT =
      " from collection_item m join gallery_item i on i.id = m.item_id"
          + " where i.trashed = false and m.collection_id";

  @PersistenceContext(unitName = "easel")
  private EntityManager entities;

  @Inject Sql sql;

  @Override
  public void add(GalleryCollection collection) {
    Unique.add(
        entities,
        collection,
        () -> FailureException.of(FailureCode.CONFLICT, "A collection of this name was just made"));
  }

  @Override
  public Optional<GalleryCollection> find(String id) {
    return Optional.of(id)
        .filter(StoredText::isStorable)
        .map(text -> entities.find(GalleryCollection.class, text));
  }

  @Override
  public Optional<GalleryCollection> ofSlug(String tenantId, String slug) {
    return entities
        .createQuery(
            "select c from GalleryCollection c where c.tenantId = :tenant and c.slug = :slug",
            GalleryCollection.class)
        .setParameter("tenant", tenantId)
        .setParameter("slug", slug)
        .getResultStream()
        .findFirst();
  }

  @Override
  public Page<GalleryCollection> list(String tenantId, Optional<String> after, int limit) {
    Where where = new Where("c").and("c.tenantId = :tenant", "tenant", tenantId);
    after
        .map(id -> cursor(tenantId, id))
        .ifPresent(last -> where.after(last.createdAt(), last.id()));
    TypedQuery<GalleryCollection> select =
        entities.createQuery(
            "select c from GalleryCollection c"
                + where.text()
                + " order by c.tenantId, c.createdAt desc, c.id desc",
            GalleryCollection.class);
    return Page.of(
        where.setOn(select).setMaxResults(limit + 1).getResultList(), limit, GalleryCollection::id);
  }

  private GalleryCollection cursor(String tenantId, String id) {
    return find(id)
        .filter(found -> found.tenantId().equals(tenantId))
        .orElseThrow(Page::notACursor);
  }

  @Override
  public void put(String collectionId, Collection<String> itemIds, Instant now) {
    for (String item : new HashSet<>(itemIds)) {
      sql.update(
          "insert into collection_item (collection_id, item_id, added_at)"
              + " select c.id, i.id, cast(? as timestamp(6) with time zone)"
              + " from gallery_collection c join gallery_item i on i.id = ? where c.id = ?"
              + " and not exists (select 1 from collection_item m"
              + " where m.collection_id = c.id and m.item_id = i.id)",
          now,
          item,
          collectionId);
    }
  }

  @Override
  public void take(String collectionId, Collection<String> itemIds) {
    for (String item : itemIds) {
      sql.update(
          "delete from collection_item where collection_id = ? and item_id = ?",
          collectionId,
          item);
    }
  }

  @Override
  public Map<String, Long> counts(Collection<String> collectionIds) {
    if (collectionIds.isEmpty()) {
      return Map.of();
    }
    return sql
        .list(
            row -> Map.entry(row.getString(1), row.getLong(2)),
            "select m.collection_id, count(*)"
                + IN_SIGHT
                + in(collectionIds)
                + " group by m.collection_id",
            collectionIds.toArray())
        .stream()
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Override
  public Map<String, String> newestImages(Collection<String> collectionIds) {
    Map<String, String> images = new HashMap<>();
    for (String id : collectionIds) {
      sql.list(
              row -> row.getString(1),
              "select i.image_id" + IN_SIGHT + " = ? order by m.added_at desc, i.id limit 1",
              id)
          .forEach(image -> images.put(id, image));
    }
    return images;
  }

  @Override
  public Map<String, List<GalleryCollection>> ofItems(Collection<String> itemIds) {
    if (itemIds.isEmpty()) {
      return Map.of();
    }
    Map<String, List<GalleryCollection>> byItem = new HashMap<>();
    sql.list(
            row -> Map.entry(row.getString(1), row.getString(2)),
            "select m.item_id, c.id from collection_item m"
                + " join gallery_collection c on c.id = m.collection_id"
                + " where m.item_id"
                + in(itemIds)
                + " order by c.created_at, c.id",
            itemIds.toArray())
        .forEach(
            row ->
                byItem
                    .computeIfAbsent(row.getKey(), item -> new ArrayList<>())
                    .add(entities.find(GalleryCollection.class, row.getValue())));
    return byItem;
  }

  private static String in(Collection<String> ids) {
    return " in (" + String.join(", ", Collections.nCopies(ids.size(), "?")) + ")";
  }

  @Override
  public void remove(String id) {
    sql.update("delete from collection_item where collection_id = ?", id);
    sql.update("delete from gallery_share where collection_id = ?", id);
    find(id).ifPresent(entities::remove);
  }
}
