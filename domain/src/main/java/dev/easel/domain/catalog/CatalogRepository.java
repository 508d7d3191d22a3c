package dev.easel.domain.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The catalogue as it is stored; small, so it is read whole. */
public interface CatalogRepository {

  List<ImageModel> models();

  Optional<ImageModel> find(String modelId);

  List<ModelRoute> routes();

  /** Of each model the rules of the newest version that is active then. */
  List<PriceRule> pricesAt(Instant time);

  List<ModelAlias> aliases();

  /** All versions of a model's prices, newest first. */
  List<PriceList> priceLists(String modelId);

  /** The rules of all versions of a model's prices, in no order. */
  List<PriceRule> pricesOf(String modelId);

  /** Keeps other transactions from publishing prices of the model until this one ends. */
  void lockModel(String modelId);

  /** As it stands, and kept from everybody else until the transaction ends. */
  Optional<ImageModel> lock(String modelId);

  void add(PriceList list, List<PriceRule> rules);
}
