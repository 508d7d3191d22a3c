package dev.easel.service.identity;

import dev.easel.domain.identity.ApiKey;
import dev.easel.domain.identity.FirstRunNotice;
import dev.easel.domain.identity.IdentityRepository;
import dev.easel.domain.identity.KeySecret;
import dev.easel.domain.identity.PasswordHasher;
import dev.easel.domain.identity.Tenant;
import dev.easel.domain.identity.User;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.Ids;
import dev.easel.service.ledger.Ledger;
import dev.easel.service.plan.Subscriptions;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
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
  @Inject PasswordHasher passwords;
  @Inject FirstRunNotice notice;
  @Inject Clock clock;

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
    Instant now = clock.instant();
    Tenant tenant = new Tenant(Ids.random("ten"), "Easel", plan, now);
    identities.add(tenant);
    String password = KeySecret.random().secret().substring(0, 20);
    User admin =
        new User(Ids.random("user"), tenant.id(), email, passwords.hash(password), true, now);
    identities.add(admin);
    KeySecret key = KeySecret.random();
    identities.add(new ApiKey(key, tenant.id(), admin.id(), "First key", now));
    ledger.openWallet(tenant.id());
    ledger.grant(tenant.id(), Credits.of(credits), "first-run", "first run");
    subscriptions.adopt(tenant.id()); // these credits are the first month's
    notice.publish(email, password, key.text());
    LOG.info(() -> "First run: administrator " + email + " created");
  }
}
