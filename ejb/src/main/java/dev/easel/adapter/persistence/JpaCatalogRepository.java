package dev.easel.adapter.persistence;

import dev.easel.domain.catalog.CatalogRepository;
import dev.easel.domain.catalog.ImageModel;
import dev.easel.domain.catalog.ModelAlias;
import dev.easel.domain.catalog.ModelRoute;
import dev.easel.domain.catalog.PriceList;
import dev.easel.domain.catalog.PriceRule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The catalogue by JPA. */
@ApplicationScoped
public class JpaCatalogRepository implements CatalogRepository {

  @PersistenceContext(unitName = "easel")
  private EntityManager entities;

  @Override
  public List<ImageModel> models() {
    return all("select m from ImageModel m order by m.id", ImageModel.class);
  }

  @Override
  public List<ModelRoute> routes() {
    return all("select r from ModelRoute r order by r.preference, r.id", ModelRoute.class);
  }

  @Override
  public List<PriceRule> pricesAt(Instant time) {
    return entities
        .createQuery(
            "select p from PriceRule p where p.version = (select max(l.version) from PriceList l"
                + " where l.modelId = p.modelId and l.activeFrom <= :time)",
            PriceRule.class)
        .setParameter("time", time)
        .getResultList();
  }

  @Override
  public List<ModelAlias> aliases() {
    return all("select a from ModelAlias a", ModelAlias.class);
  }

  @Override
  public List<PriceList> priceLists(String modelId) {
    return entities
        .createQuery(
            "select l from PriceList l where l.modelId = :model order by l.version desc",
            PriceList.class)
        .setParameter("model", modelId)
        .getResultList();
  }

  @Override
  public List<PriceRule> pricesOf(String modelId) {
    return entities
        .createQuery("select p from PriceRule p where p.modelId = :model", PriceRule.class)
        .setParameter("model", modelId)
        .getResultList();
  }

  @Override
  public void lockModel(String modelId) {
    entities.find(ImageModel.class, modelId, LockModeType.PESSIMISTIC_WRITE);
  }

  @Override
  public Optional<ImageModel> find(String modelId) {
    return Optional.ofNullable(entities.find(ImageModel.class, modelId));
  }

  @Override
  public Optional<ImageModel> lock(String modelId) {
    return Optional.ofNullable(
        entities.find(ImageModel.class, modelId, LockModeType.PESSIMISTIC_WRITE));
  }

  @Override
  public void add(PriceList list, List<PriceRule> rules) {
    entities.persist(list);
    entities.flush(); // the rules refer to it
    rules.forEach(entities::persist);
    entities.flush();
  }

  private <T> List<T> all(String query, Class<T> type) {
    return entities.createQuery(query, type).getResultList();
  }
}
