package dev.easel.web.ui.keys;

import dev.easel.domain.identity.ApiKey;
import dev.easel.domain.identity.Scope;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Page;
import dev.easel.service.budget.BudgetService;
import dev.easel.service.catalog.CatalogEntry;
import dev.easel.service.catalog.CatalogService;
import dev.easel.service.identity.KeyService;
import dev.easel.service.member.ServiceAccounts;
import dev.easel.web.ui.session.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Models;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the pages on keys show. */
@RequestScoped
public class KeyPages {

  private static final int AT_ONCE = 50;
  private static final Set<FailureCode> SHOWN =
      Set.of(FailureCode.INVALID_REQUEST, FailureCode.CONFLICT);

  @Inject KeyService keys;
  @Inject BudgetService budgets;
  @Inject CatalogService catalog;
  @Inject ServiceAccounts accounts;
  @Inject Visit visit;
  @Inject Models models;
  @Inject Clock clock;

  String list(Optional<String> after, KeyFields fields) {
    Page<ApiKey> page = keys.list(visit.caller(), after, AT_ONCE);
    models.put("keys", page.items());
    models.put("next", page.next().orElse(null));
    models.put("fields", fields);
    models.put("accounts", accounts());
    putChoices(fields);
    return "keys/index.html";
  }

  String one(ApiKey key, KeyFields fields) {
    models.put("key", key);
    Map<String, String> accounts = accounts();
    models.put("account", accounts.get(key.userId()));
    models.put(
        "own", key.userId().equals(visit.caller().userId()) || accounts.containsKey(key.userId()));
    models.put("fields", fields);
    if (visit.caller().may(Scope.BILLING_READ)) {
      models.put("budget", budgets.ofKey(visit.caller(), key).orElse(null));
    }
    putChoices(fields);
    return "keys/key.html";
  }

  /** Names of the tenant's service accounts by their user. */
  private Map<String, String> accounts() {
    Map<String, String> names = new LinkedHashMap<>();
    accounts.list(visit.caller()).forEach(a -> names.put(a.user().id(), a.user().username()));
    return names;
  }

  KeyFields fresh() {
    return KeyFields.fresh(visit.caller().scopes());
  }

  /** The page that says what to correct; what cannot be corrected there goes on. */
  Response refused(FailureException refusal, String view) {
    if (!SHOWN.contains(refusal.code())) {
      throw refusal;
    }
    models.put("refusal", refusal.getMessage());
    int status = refusal.code() == FailureCode.CONFLICT ? 409 : 400;
    return Response.status(status).entity(view).build();
  }

  boolean isModel(String id) {
    return catalog.current().find(id).filter(entry -> entry.model().id().equals(id)).isPresent();
  }

  private void putChoices(KeyFields fields) {
    models.put("now", clock.instant());
    models.put("longest", KeyForm.LONGEST_NAME);
    models.put(
        "scopes",
        Arrays.stream(Scope.values())
            .filter(scope -> visit.caller().may(scope) || fields.scopes().contains(scope.wire()))
            .toList());
    Map<String, String> choices = new LinkedHashMap<>();
    catalog.current().entries().stream()
        .filter(CatalogEntry::callable)
        .sorted(Comparator.comparing(entry -> entry.model().name()))
        .forEach(entry -> choices.put(entry.model().id(), entry.model().name()));
    fields.models().forEach(id -> choices.putIfAbsent(id, id));
    models.put("choices", choices);
  }
}
