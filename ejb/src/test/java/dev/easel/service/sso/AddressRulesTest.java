package dev.easel.service.sso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.identity.Membership;
import dev.easel.domain.identity.Role;
import dev.easel.domain.identity.User;
import dev.easel.domain.sso.ExternalIdentity;
import dev.easel.domain.sso.IdentityLink;
import dev.easel.domain.sso.IdentityProvider;
import dev.easel.domain.sso.ProviderEntry;
import dev.easel.domain.sso.ProviderTerms;
import dev.easel.fake.ScriptedIdentityProvider;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** E-mail domains that belong to identity providers. */
class AddressRulesTest {

  private static final String OTHER = "https://other.example.net";

  private final SsoHouse house = new SsoHouse();

  @Test
  void anAddressLeadsToTheProviderOfItsDomain() {
    house.settings.put("easel.oidc.domains", "example.org, Example.com");
    enter("acme.example", true);

    assertThat(slug("Ann@EXAMPLE.org ")).isEqualTo("sso");
    assertThat(slug("ann@example.com")).isEqualTo("sso");
    assertThat(slug("eve@acme.example")).isEqualTo("other");
    assertThat(slug("eve@not-acme.example")).isEqualTo("none");
    assertThat(slug("eve@sub.acme.example")).isEqualTo("none");
    assertThat(slug("example.org@elsewhere.example")).isEqualTo("none");
    assertThat(slug("")).isEqualTo("none");
  }

  @Test
  void whatIsSwitchedOffLeadsNowhere() {
    enter("acme.example", false);
    assertThat(slug("eve@acme.example")).isEqualTo("none");

    house.settings.put("easel.oidc.domains", "example.org");
    house.settings.remove("easel.oidc.issuer");
    house.clock.pass(Duration.ofMinutes(1));
    assertThat(slug("ann@example.org")).isEqualTo("none");
  }

  @Test
  void whoIsLinkedThereSignsInThereAndNoLongerByPassword() {
    house.settings.put("easel.oidc.domains", "example.org");
    User ann = user("ann@example.org", false);
    assertThat(house.local.admits(ann)).isTrue();

    link(ann);

    assertThat(house.local.admits(ann)).isFalse();
    house.settings.remove("easel.oidc.domains");
    assertThat(house.local.admits(ann)).isTrue();
  }

  @Test
  void whoRunsTheServerKeepsThePasswordForEmergencies() {
    house.settings.put("easel.oidc.domains", "example.org");
    User operator = user("op@example.org", true);
    link(operator);

    assertThat(house.local.admits(operator)).isTrue();
  }

  @Test
  void aLinkToAnotherProviderClosesNothing() {
    enter("example.org", true);
    User ann = user("ann@example.org", false);
    link(ann);

    assertThat(house.local.admits(ann)).isTrue();
  }

  private String slug(String email) {
    return house.providers.ofAddress(email).map(ProviderTerms::slug).orElse("none");
  }

  private void enter(String domain, boolean enabled) {
    ProviderEntry entry =
        new ProviderEntry("Other", URI.create(OTHER), "easel", List.of(domain), enabled);
    String sealed = house.providers.sealed("other", "secret");
    house.stored.add(new IdentityProvider("other", entry, sealed, house.clock.instant()));
    house.clock.pass(Duration.ofMinutes(1));
  }

  private User user(String email, boolean administrator) {
    String id = "user_" + email.substring(0, email.indexOf('@'));
    User made = new User(id, SsoHouse.HOUSE, email, "hash", administrator, house.clock.instant());
    house.identities.add(made);
    house.identities.add(new Membership(id, SsoHouse.HOUSE, Role.MEMBER, house.clock.instant()));
    return made;
  }

  private void link(User user) {
    ExternalIdentity identity =
        new ExternalIdentity(ScriptedIdentityProvider.ISSUER.toString(), "subject-" + user.id());
    house.sso.add(new IdentityLink(identity, user.id(), house.clock.instant()));
  }
}
