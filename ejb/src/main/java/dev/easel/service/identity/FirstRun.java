package dev.easel.service.identity;

import dev.easel.domain.identity.FirstRunNotice;
import dev.easel.domain.identity.IdentityRepository;
import dev.easel.domain.identity.Tenant;
import dev.easel.domain.shared.Credits;
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
 * administrator and a key, and hands them to the operator.
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
    TenantOpening.Opened first =
        opening.open(new TenantOpening.Wish("Easel", plan, email, Optional.empty(), true));
    Tenant tenant = first.tenant();
    ledger.grant(tenant.id(), Credits.of(credits), "first-run", "first run");
    subscriptions.beginPaid(tenant); // these credits are the first month's
    notice.publish(email, first.password(), first.apiKey());
    LOG.info(() -> "First run: administrator " + email + " created");
  }
}
