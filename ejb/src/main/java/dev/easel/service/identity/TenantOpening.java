package dev.easel.service.identity;

import dev.easel.domain.identity.ApiKey;
import dev.easel.domain.identity.IdentityRepository;
import dev.easel.domain.identity.KeySecret;
import dev.easel.domain.identity.Membership;
import dev.easel.domain.identity.PasswordHasher;
import dev.easel.domain.identity.Role;
import dev.easel.domain.identity.Tenant;
import dev.easel.domain.identity.User;
import dev.easel.domain.shared.Ids;
import dev.easel.service.ledger.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Makes a tenant with its owner, a first key and an empty wallet, in the caller's transaction. What
 * it is given is the caller's matter.
 */
@ApplicationScoped
public class TenantOpening {

  private static final int PASSWORD_LENGTH = 20;

  @Inject IdentityRepository identities;
  @Inject PasswordHasher passwords;
  @Inject Ledger ledger;
  @Inject Clock clock;

  /**
   * Who shall become a tenant.
   *
   * @param planId id of a plan there is
   * @param email address of the owner, not in use
   * @param username empty for the first part of the address
   * @param administrator whether the owner runs this server
   */
  public record Wish(
      String name, String planId, String email, Optional<String> username, boolean administrator) {}

  /** Password and key are stored as hashes only: this is the one time they can be shown. */
  public record Opened(Tenant tenant, User owner, String password, String apiKey) {

    @Override
    public String toString() {
      return "Opened[" + tenant.id() + "]";
    }
  }

  /** A tenant whose owner has a password already, and no key yet. */
  public record Founded(Tenant tenant, User owner) {}

  public Opened open(Wish wish) {
    String password = KeySecret.random().secret().substring(0, PASSWORD_LENGTH);
    Founded made = found(wish, passwords.hash(password));
    Tenant tenant = made.tenant();
    KeySecret key = KeySecret.random();
    identities.add(
        new ApiKey(key, tenant.id(), made.owner().id(), "First key", tenant.createdAt()));
    return new Opened(tenant, made.owner(), password, key.text());
  }

  public Founded found(Wish wish, String passwordHash) {
    Tenant tenant = new Tenant(Ids.random("ten"), wish.name(), wish.planId(), clock.instant());
    identities.add(tenant);
    User owner = owner(wish, tenant, passwordHash);
    ledger.openWallet(tenant.id());
    return new Founded(tenant, owner);
  }

  private User owner(Wish wish, Tenant tenant, String hash) {
    String id = Ids.random("user");
    Instant now = tenant.createdAt();
    User owner = new User(id, tenant.id(), wish.email(), hash, wish.administrator(), now);
    wish.username().ifPresent(owner::call);
    identities.add(owner);
    identities.add(new Membership(id, tenant.id(), Role.OWNER, now));
    return owner;
  }
}
