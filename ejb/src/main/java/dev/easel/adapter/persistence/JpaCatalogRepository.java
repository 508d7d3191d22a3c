package dev.easel.adapter.persistence;

import dev.easel.domain.catalog.CatalogRepository;
import dev.easel.domain.catalog.ImageModel;
import dev.easel.domain.catalog.ModelAlias;
import dev.easel.domain.catalog.ModelRoute;
import dev.easel.domain.catalog.PriceRule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

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
  public List<PriceRule> prices() {
    return all("select p from PriceRule p order by p.version", PriceRule.class);
  }

  @Override
  public List<ModelAlias> aliases() {
    return all("select a from ModelAlias a", ModelAlias.class);
  }

  private <T> List<T> all(String query, Class<T> type) {
    return entities.createQuery(query, type).getResultList();
  }
}
