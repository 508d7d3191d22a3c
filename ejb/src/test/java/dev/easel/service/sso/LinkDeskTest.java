package dev.easel.service.sso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.adapter.limit.MovableTime;
import dev.easel.adapter.limit.RateLimiters;
import dev.easel.domain.identity.Membership;
import dev.easel.domain.identity.Role;
import dev.easel.domain.identity.User;
import dev.easel.domain.session.BrowserToken;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.sso.IdentityLink;
import dev.easel.fake.MarkedPasswords;
import dev.easel.service.limit.LimitServices;
import dev.easel.service.session.SecondFactors;
import dev.easel.service.session.Visitor;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LinkDeskTest {

  private static final String PASSWORD = "open sesame";

  private final SsoHouse house = new SsoHouse();
  private final MarkedPasswords passwords = new MarkedPasswords();
  private final LinkDesk desk = new LinkDesk();
  private boolean factorOn;
  private User ann;

  @BeforeEach
  void open() {
    desk.providers = house.providers;
    desk.signIns = house.signIns;
    desk.sso = house.sso;
    desk.passwords = passwords;
    desk.limits = LimitServices.signIns(RateLimiters.on(new MovableTime()));
    desk.steps = house.signIns.links;
    desk.factors =
        new SecondFactors() {
          @Override
          public boolean isOn(String userId) {
            return factorOn;
          }

          @Override
          public boolean accepts(String userId, String code) {
            return code.equals("123456");
          }
        };
    ann =
        new User(
            "user_ann",
            SsoHouse.HOUSE,
            "ann@example.org",
            passwords.hash(PASSWORD),
            false,
            house.clock.instant());
    house.identities.add(ann);
    house.identities.add(
        new Membership("user_ann", SsoHouse.HOUSE, Role.MEMBER, house.clock.instant()));
    house.provider.says("s1", "ann@elsewhere.example", "admins");
  }

  @Test
  void whoShowsThePasswordLinksAnIdentityAndSignsInByItFromThenOn() {
    BrowserToken browser = house.open(ann);

    ExternalSignIns.Arrival back = house.arrive(browser, begin(browser, PASSWORD, ""));

    assertThat(back.token()).isEmpty();
    assertThat(back.next()).contains("account");
    assertThat(desk.list(visitor(browser)))
        .extracting(LinkDesk.Linked::provider)
        .containsExactly("single sign-on");
    assertThat(house.user(house.signIn()).orElseThrow().id()).isEqualTo("user_ann");
    assertThat(house.memberships(ann)).extracting(Membership::role).containsExactly(Role.MEMBER);
  }

  @Test
  void withoutPasswordOrCodeNothingBegins() {
    BrowserToken browser = house.open(ann);
    assertThat(refusal(() -> begin(browser, "wrong", ""))).isEqualTo(FailureCode.UNAUTHENTICATED);

    factorOn = true;
    assertThat(refusal(() -> begin(browser, PASSWORD, ""))).isEqualTo(FailureCode.UNAUTHENTICATED);
    assertThat(begin(browser, PASSWORD, "123456")).isNotEmpty();
  }

  @Test
  void guessingThePasswordHereIsSlowedDownToo() {
    BrowserToken browser = house.open(ann);
    FailureCode last = null;
    for (int i = 0; i < 50 && last != FailureCode.RATE_LIMITED; i++) {
      last = refusal(() -> begin(browser, "wrong", ""));
    }
    assertThat(last).isEqualTo(FailureCode.RATE_LIMITED);
  }

  @Test
  void aBrowserThatSignedOutMeanwhileLinksNothing() {
    BrowserToken browser = house.open(ann);
    String state = begin(browser, PASSWORD, "");
    house.sessions.find(browser).ifPresent(session -> house.sessions.end(session.id()));

    assertThat(refusal(() -> house.arrive(browser, state))).isEqualTo(FailureCode.FORBIDDEN);
    assertThat(house.sso.linksOf("user_ann")).isEmpty();
  }

  @Test
  void anotherBrowserCannotLinkWhatItDidNotBegin() {
    String state = begin(house.open(ann), PASSWORD, "");
    BrowserToken other = house.open(ann);

    assertThat(refusal(() -> house.arrive(other, state))).isEqualTo(FailureCode.FORBIDDEN);
  }

  @Test
  void anIdentityIsOneAccountsOnly() {
    house.provider.says("s1", "bob@example.org", "members");
    User bob = house.user(house.signIn()).orElseThrow();
    BrowserToken browser = house.open(ann);
    String state = begin(browser, PASSWORD, "");

    FailureException refused =
        catchThrowableOfType(FailureException.class, () -> house.arrive(browser, state));

    assertThat(refused.details()).containsEntry("reason", "linked_elsewhere");
    assertThat(house.sso.linksOf(bob.id())).hasSize(1);
    assertThat(house.sso.linksOf("user_ann")).isEmpty();
  }

  @Test
  void unlinkingEndsItsSessionsAndTheWayInButNotTheAccount() {
    BrowserToken browser = house.open(ann);
    house.arrive(browser, begin(browser, PASSWORD, ""));
    BrowserToken external = house.signIn();

    desk.unlink(visitor(browser), link("user_ann").id());

    assertThat(house.sessions.find(external)).isEmpty();
    assertThat(house.sessions.find(browser)).isPresent();
    assertThat(house.sso.linksOf("user_ann")).isEmpty();
    assertThat(house.memberships(ann)).hasSize(1);
  }

  @Test
  void theLastWayInStays() {
    house.provider.says("s2", "bob@example.org", "members");
    BrowserToken browser = house.signIn();
    User bob = house.user(browser).orElseThrow();

    assertThat(refusal(() -> desk.unlink(visitor(browser), link(bob.id()).id())))
        .isEqualTo(FailureCode.CONFLICT);
    assertThat(refusal(() -> begin(browser, "x", ""))).isEqualTo(FailureCode.CONFLICT);
  }

  @Test
  void nobodyUnlinksWhatIsNotTheirs() {
    house.provider.says("s2", "bob@example.org", "members");
    User bob = house.user(house.signIn()).orElseThrow();
    BrowserToken browser = house.open(ann);

    assertThat(refusal(() -> desk.unlink(visitor(browser), link(bob.id()).id())))
        .isEqualTo(FailureCode.NOT_FOUND);
    assertThat(house.sso.linksOf(bob.id())).hasSize(1);
  }

  private String begin(BrowserToken browser, String password, String code) {
    URI page =
        desk.begin(
            visitor(browser), "sso", new LinkDesk.Proof(password, code), SsoHouse.journey(browser));
    return page.getQuery().substring("state=".length());
  }

  private IdentityLink link(String userId) {
    return house.sso.linksOf(userId).get(0);
  }

  private Visitor visitor(BrowserToken browser) {
    return house.visitor(browser);
  }

  private static FailureCode refusal(Runnable work) {
    FailureException refused = catchThrowableOfType(FailureException.class, work::run);
    return refused == null ? null : refused.code();
  }
}
