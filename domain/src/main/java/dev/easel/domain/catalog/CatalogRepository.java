package dev.easel.domain.catalog;

import java.util.List;

/** The catalogue as it is stored; small, so it is read whole. */
public interface CatalogRepository {

  List<ImageModel> models();

  List<ModelRoute> routes();

  List<PriceRule> prices();

  List<ModelAlias> aliases();
}
