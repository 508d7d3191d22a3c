package dev.easel.service.sso;

import dev.easel.adapter.limit.MovableTime;
import dev.easel.adapter.limit.RateLimiters;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.Invitation;
import dev.easel.domain.identity.Membership;
import dev.easel.domain.identity.Role;
import dev.easel.domain.identity.Tenant;
import dev.easel.domain.identity.User;
import dev.easel.domain.session.BrowserToken;
import dev.easel.domain.session.Device;
import dev.easel.domain.shared.SecretBox;
import dev.easel.domain.sso.ExternalSignIn;
import dev.easel.domain.sso.IdentityProvider;
import dev.easel.domain.sso.ProviderEntry;
import dev.easel.domain.sso.ProviderTerms;
import dev.easel.fake.InMemoryDatabase;
import dev.easel.fake.InMemoryIdentities;
import dev.easel.fake.InMemoryMembers;
import dev.easel.fake.InMemoryProviders;
import dev.easel.fake.InMemorySessions;
import dev.easel.fake.InMemorySso;
import dev.easel.fake.MapConfig;
import dev.easel.fake.MovableClock;
import dev.easel.fake.ScriptedIdentityProvider;
import dev.easel.service.audit.RecordingTrail;
import dev.easel.service.limit.LimitServices;
import dev.easel.service.member.JoiningForTests;
import dev.easel.service.session.LocalSignIn;
import dev.easel.service.session.LocalSignIns;
import dev.easel.service.session.OidcSettings;
import dev.easel.service.session.SessionsForTests;
import dev.easel.service.session.Visitor;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Signing in elsewhere, put together for tests: one provider, one organisation that is there. */
final class SsoHouse {

  static final String HOUSE = "ten_house";
  static final Device HERE = new Device("192.0.2.1", "Browser");
  static final URI CALLBACK = URI.create("https://easel.example.org/app/sign-in/with/sso/callback");
  static final URI ANSWER = URI.create("https://easel.example.org/?code=x");

  final Map<String, String> settings = new HashMap<>();
  final Config config = new MapConfig(settings);
  final InMemoryDatabase database = new InMemoryDatabase();
  final InMemoryIdentities identities = new InMemoryIdentities(database);
  final InMemorySessions sessions = new InMemorySessions();
  final InMemorySso sso = new InMemorySso(database, sessions);
  final InMemoryProviders stored = new InMemoryProviders(database, sessions);
  final InMemoryMembers members = new InMemoryMembers(database);
  final MovableClock clock = new MovableClock();
  final LocalSignIn local = LocalSignIns.on(config, stored, sso, clock);
  final ScriptedIdentityProvider provider = new ScriptedIdentityProvider();
  final RecordingTrail trail = new RecordingTrail();
  final ExternalSignIns signIns = new ExternalSignIns();
  final Farewells farewells = new Farewells();
  final SignInProviders providers = new SignInProviders();
  final ProviderDesk desk = new ProviderDesk();
  final Rehearsals rehearsals = new Rehearsals();

  SsoHouse() {
    configure();
    identities.add(new Tenant(HOUSE, "House", "free", clock.instant()));
    providers.settings = new OidcSettings(config);
    providers.addresses = LocalSignIns.rules(config, stored, clock);
    providers.protocol = provider;
    providers.stored = stored;
    providers.secrets = new OpenBox();
    providers.clock = clock;
    signIns.providers = providers;
    signIns.protocol = provider;
    signIns.limits = LimitServices.signIns(RateLimiters.on(new MovableTime()));
    signIns.steps = new Transactions();
    signIns.links = new Linking();
    fill(signIns.steps);
    fill(desk);
    fill(signIns.links);
    rehearsals.desk = desk;
    rehearsals.rules = desk.rules;
    rehearsals.protocol = provider;
    rehearsals.sso = sso;
    rehearsals.identities = identities;
    farewells.providers = providers;
    farewells.protocol = provider;
    farewells.sessions = sessions;
    farewells.sso = sso;
    farewells.secrets = new OpenBox();
    farewells.signOuts = new SignOuts();
    farewells.signOuts.sso = sso;
    farewells.signOuts.identities = identities;
    farewells.signOuts.audit = trail;
  }

  private void fill(ExternalSignInSteps steps) {
    steps.sso = sso;
    steps.identities = identities;
    steps.rules = new GroupRules();
    steps.rules.settings = providers.settings;
    steps.rules.identities = identities;
    steps.rules.stored = stored;
    steps.newcomers = new Newcomers();
    steps.newcomers.identities = identities;
    steps.newcomers.sso = sso;
    steps.newcomers.audit = trail;
    steps.newcomers.clock = clock;
    steps.newcomers.joining = JoiningForTests.on(members, identities, trail, clock, local);
    steps.granting = new Granting();
    steps.granting.identities = identities;
    steps.granting.members = members;
    steps.granting.audit = trail;
    steps.granting.clock = clock;
    steps.sessions = SessionsForTests.on(sessions, identities, trail, clock);
    steps.secrets = new OpenBox();
    steps.audit = trail;
    steps.clock = clock;
  }

  /** The provider of the configuration, with its groups. */
  void configure() {
    settings.put("easel.oidc.issuer", ScriptedIdentityProvider.ISSUER.toString());
    settings.put("easel.oidc.client-id", "easel");
    settings.put("easel.oidc.client-secret", "secret");
    settings.put("easel.oidc.admin-group", "admins");
    settings.put("easel.oidc.member-group", "members");
  }

  private void fill(ProviderDesk made) {
    made.providers = providers;
    made.rules = signIns.steps.rules;
    made.stored = stored;
    made.identities = identities;
    made.protocol = provider;
    made.local = local;
    made.steps = new Changes();
    made.steps.stored = stored;
    made.steps.providers = providers;
    made.steps.identities = identities;
    made.steps.granting = signIns.steps.granting;
    made.steps.audit = trail;
    made.steps.clock = clock;
  }

  /** To the provider and back in one browser. */
  BrowserToken signIn() {
    BrowserToken browser = BrowserToken.fresh();
    return arrive(browser, depart(browser)).token().orElseThrow();
  }

  /** The same at a provider of that slug. */
  BrowserToken signIn(String slug) {
    BrowserToken browser = BrowserToken.fresh();
    URI page = signIns.depart(slug, journey(browser), Optional.empty());
    String state = page.getQuery().substring("state=".length());
    return signIns.arrive(slug, journey(browser), state, ANSWER).token().orElseThrow();
  }

  /** Sets out, and says with which state. */
  String depart(BrowserToken browser) {
    URI page = signIns.depart("sso", journey(browser), Optional.of("gallery"));
    return page.getQuery().substring("state=".length());
  }

  ExternalSignIns.Arrival arrive(BrowserToken browser, String state) {
    return signIns.arrive("sso", journey(browser), state, ANSWER);
  }

  LocalSignInDesk localDesk() {
    LocalSignInDesk made = new LocalSignInDesk();
    made.local = local;
    made.providers = providers;
    made.stored = stored;
    made.audit = trail;
    made.clock = clock;
    return made;
  }

  /** A browser in which somebody signed in by password. */
  BrowserToken open(User user) {
    return signIns.steps.sessions.open(user, HERE);
  }

  Visitor visitor(BrowserToken token) {
    return signIns.steps.sessions.who(token, HERE.address()).orElseThrow();
  }

  /** To the provider and back, with a page to go to. */
  BrowserToken signInTo(String next) {
    BrowserToken browser = BrowserToken.fresh();
    URI page = signIns.depart("sso", journey(browser), Optional.of(next));
    return arrive(browser, page.getQuery().substring("state=".length())).token().orElseThrow();
  }

  /** Asks an address to join the house as a viewer. */
  BrowserToken invite(String email) {
    BrowserToken token = BrowserToken.fresh();
    members.invite(new Invitation(token, HOUSE, email, Role.VIEWER, "user_owner", clock.instant()));
    return token;
  }

  Optional<User> user(BrowserToken token) {
    return sessions.find(token).flatMap(session -> identities.findUser(session.userId()));
  }

  List<Membership> memberships(User user) {
    return identities.membershipsOf(user.id());
  }

  static ExternalSignIns.Journey journey(BrowserToken browser) {
    return new ExternalSignIns.Journey(browser, HERE, CALLBACK);
  }

  /** As the container does it: what throws, changes nothing. */
  private final class Transactions extends ExternalSignInSteps {

    @Override
    public User settle(
        ProviderTerms terms, ExternalSignIn signIn, Optional<String> next, Device device) {
      return database.inTransaction(() -> super.settle(terms, signIn, next, device));
    }
  }

  private void fill(LinkSteps steps) {
    steps.sso = sso;
    steps.providers = providers;
    steps.sessions = sessions;
    steps.identities = identities;
    steps.granting = signIns.steps.granting;
    steps.audit = trail;
    steps.clock = clock;
  }

  private final class Linking extends LinkSteps {

    @Override
    public void link(
        ProviderTerms terms,
        ExternalSignIn signIn,
        String userId,
        ExternalSignIns.Journey journey) {
      database.inTransaction(() -> super.link(terms, signIn, userId, journey));
    }

    @Override
    public void unlink(Visitor visitor, String id) {
      database.inTransaction(() -> super.unlink(visitor, id));
    }
  }

  private final class Changes extends ProviderSteps {

    @Override
    public IdentityProvider change(
        Caller caller,
        String slug,
        Optional<Long> version,
        ProviderEntry entry,
        Optional<String> secret) {
      return database.inTransaction(() -> super.change(caller, slug, version, entry, secret));
    }

    @Override
    public void remove(Caller caller, String slug) {
      database.inTransaction(() -> super.remove(caller, slug));
    }
  }

  private static final class OpenBox implements SecretBox {
    @Override
    public String seal(String text, String owner) {
      return owner + "|" + text;
    }

    @Override
    public String open(String sealed, String owner) {
      return sealed.substring(owner.length() + 1);
    }
  }
}
