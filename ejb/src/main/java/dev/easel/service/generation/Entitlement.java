package dev.easel.service.generation;

import dev.easel.domain.catalog.ImageModel;
import dev.easel.domain.generation.Operation;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.catalog.CatalogEntry;
import dev.easel.service.catalog.CatalogService;
import dev.easel.service.identity.IdentityService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Says which model a request goes to, and whether its caller may have that done by it. */
@ApplicationScoped
class Entitlement {

  @Inject CatalogService catalog;
  @Inject IdentityService identities;

  /**
   * @param model public id or alias; null for the first default that does the operation
   * @throws FailureException if there is none, or not for this caller
   */
  CatalogEntry entry(Caller caller, String model, Operation operation) {
    CatalogEntry entry =
        model == null
            ? catalog.defaultEntry(identities.user(caller).defaultModel(), operation.capability())
            : catalog.current().get(model);
    check(caller, entry, operation);
    return entry;
  }

  /**
   * @throws FailureException if the model does not do it, the caller may not call it, or nobody
   *     serves it
   */
  void check(Caller caller, CatalogEntry entry, Operation operation) {
    ImageModel model = entry.model();
    if (!model.can(operation.capability())) {
      throw FailureException.invalid(
          "model", "'" + model.id() + "' does not do " + operation.capability().wire());
    }
    if (!caller.mayCall(model.id())) {
      throw FailureException.of(
              FailureCode.MODEL_NOT_ALLOWED, "This API key may not call the model " + model.id())
          .with("reason", "model_not_allowed");
    }
    if (model.vipRequired() && !caller.vip()) {
      throw FailureException.of(FailureCode.VIP_REQUIRED, "VIP required for model " + model.id())
          .with("reason", "vip_required");
    }
    if (!entry.callable(operation.capability())) {
      throw FailureException.of(
              FailureCode.MODEL_NOT_CONFIGURED,
              "The model '" + model.id() + "' is not configured on this server")
          .onField("model", "is not configured on this server")
          .with("reason", entry.unavailableReason(operation.capability()));
    }
  }
}
