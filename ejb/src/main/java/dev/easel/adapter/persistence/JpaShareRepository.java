package dev.easel.adapter.persistence;

import dev.easel.domain.gallery.GalleryShare;
import dev.easel.domain.gallery.ShareRepository;
import dev.easel.domain.shared.Page;
import dev.easel.domain.shared.StoredText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.Optional;

/** Shares by JPA. */
@ApplicationScoped
public class JpaShareRepository implements ShareRepository {

  @PersistenceContext(unitName = "easel")
  private EntityManager entities;

  @Override
  public void add(GalleryShare share) {
    entities.persist(share);
  }

  @Override
  public Optional<GalleryShare> find(String id) {
    return Optional.of(id)
        .filter(StoredText::isStorable)
        .map(text -> entities.find(GalleryShare.class, text));
  }

  @Override
  public Optional<GalleryShare> ofToken(String token) {
    return Optional.of(token)
        .filter(StoredText::isStorable)
        .flatMap(
            text ->
                entities
                    .createQuery(
                        "select s from GalleryShare s where s.token = :token", GalleryShare.class)
                    .setParameter("token", text)
                    .getResultStream()
                    .findFirst());
  }

  @Override
  public Page<GalleryShare> list(String tenantId, Optional<String> after, int limit) {
    Where where = new Where("s").and("s.tenantId = :tenant", "tenant", tenantId);
    after
        .map(id -> cursor(tenantId, id))
        .ifPresent(last -> where.after(last.createdAt(), last.id()));
    TypedQuery<GalleryShare> select =
        entities.createQuery(
            "select s from GalleryShare s"
                + where.text()
                + " order by s.tenantId, s.createdAt desc, s.id desc",
            GalleryShare.class);
    return Page.of(
        where.setOn(select).setMaxResults(limit + 1).getResultList(), limit, GalleryShare::id);
  }

  private GalleryShare cursor(String tenantId, String id) {
    return find(id)
        .filter(found -> found.tenantId().equals(tenantId))
        .orElseThrow(Page::notACursor);
  }

  @Override
  public void remove(String id) {
    find(id).ifPresent(entities::remove);
  }
}
