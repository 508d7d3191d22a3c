package dev.easel.web.ui.usage;

import dev.easel.domain.identity.ApiKey;
import dev.easel.domain.identity.Scope;
import dev.easel.service.catalog.Catalog;
import dev.easel.service.catalog.CatalogService;
import dev.easel.service.identity.KeyService;
import dev.easel.service.member.Members;
import dev.easel.service.session.Visitor;
import dev.easel.web.ui.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Words for the ids in a report of usage. */
@ApplicationScoped
public class UsageNames {

  @Inject CatalogService catalog;
  @Inject KeyService keys;
  @Inject Members members;
  @Inject Texts texts;

  /** Names of models; what is no more has its id. */
  UnaryOperator<String> ofModels() {
    Catalog current = catalog.current();
    String gone = texts.of("usage.gone");
    return id ->
        id.isEmpty() ? gone : current.find(id).map(entry -> entry.model().name()).orElse(id);
  }

  /**
   * Names of keys, for those who may see them, and of members, whose work in the dashboard counts
   * under their membership.
   */
  UnaryOperator<String> ofKeys(Visitor visitor) {
    Map<String, String> names = new HashMap<>();
    names.put("", texts.of("usage.gone"));
    members
        .list(visitor)
        .forEach(
            member ->
                names.put(
                    member.membership().id(),
                    texts.of("usage.dashboard", member.user().username())));
    if (visitor.caller().may(Scope.KEYS_MANAGE)) {
      keys.list(visitor.caller(), Optional.empty(), KeyService.MOST_USABLE)
          .items()
          .forEach(key -> names.put(key.id(), word(key)));
    }
    return id -> names.getOrDefault(id, id);
  }

  private static String word(ApiKey key) {
    return key.name() + " (\u2026" + key.lastFour() + ")";
  }
}
