package dev.easel.service.identity;

import dev.easel.domain.audit.Action;
import dev.easel.domain.audit.Actor;
import dev.easel.domain.identity.FirstRunNotice;
import dev.easel.domain.identity.IdentityRepository;
import dev.easel.domain.identity.SetupSeal;
import dev.easel.domain.identity.Tenant;
import dev.easel.domain.identity.User;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.audit.AuditTrail;
import dev.easel.service.ledger.Ledger;
import dev.easel.service.plan.Subscriptions;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * On an empty database, creates the first tenant (Enterprise, without request limits), its
 * administrator and a key, and hands them to the operator; or lets the set-up page ask for them.
 */
@Singleton
@Startup
@DependsOn("CatalogSeeder")
public class FirstRun {

  private static final Logger LOG = Logger.getLogger(FirstRun.class.getName());

  @Inject IdentityRepository identities;
  @Inject Ledger ledger;
  @Inject Subscriptions subscriptions;
  @Inject TenantOpening opening;
  @Inject FirstRunNotice notice;

  @Inject SetupSeal seal;
  @Inject AuditTrail audit;

  @Inject
  @ConfigProperty(name = "easel.first-run.page", defaultValue = "false")
  boolean byPage;

  @Inject
  @ConfigProperty(name = "easel.first-run.email", defaultValue = "admin@easel.local")
  String email;

  @Inject
  @ConfigProperty(name = "easel.first-run.credits", defaultValue = "1000000")
  long credits;

  @Inject
  @ConfigProperty(name = "easel.first-run.plan", defaultValue = "enterprise")
  String plan;

  @PostConstruct
  void createFirstTenant() {
    if (identities.hasAnyUser()) {
      return;
    }
    if (byPage) {
      notice.askForOwner(seal.token());
      LOG.warning(() -> "First run: open /app/setup with the token in setup-token of easel.data");
      return;
    }
    TenantOpening.Opened first = opening.open(wish("Easel", email));
    endow(first.tenant());
    notice.publish(email, first.password(), first.apiKey());
    LOG.info(() -> "First run: administrator " + email + " created");
  }

  /**
   * Creates the first tenant as the set-up page was told. One at a time.
   *
   * @param address of the network it is asked from
   * @throws FailureException {@code CONFLICT} if there is an owner already
   */
  public User createOwner(String tenantName, String owner, String passwordHash, String address) {
    if (identities.hasAnyUser()) {
      throw FailureException.of(FailureCode.CONFLICT, "This server is set up already");
    }
    TenantOpening.Founded first = opening.found(wish(tenantName, owner), passwordHash);
    endow(first.tenant());
    audit.note(Actor.of(first.owner(), address), Action.SERVER_SET_UP, first.tenant().id(), "");
    notice.ownerCame();
    LOG.info(() -> "First run: administrator " + owner + " created by page");
    return first.owner();
  }

  private TenantOpening.Wish wish(String name, String owner) {
    return new TenantOpening.Wish(name, plan, owner, Optional.empty(), true);
  }

  private void endow(Tenant tenant) {
    ledger.grant(tenant.id(), Credits.of(credits), "first-run", "first run");
    subscriptions.beginPaid(tenant); // these credits are the first month's
  }
}
