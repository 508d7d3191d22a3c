package dev.easel.service.session;

import dev.easel.domain.sso.LocalMode;
import dev.easel.domain.sso.ProviderRepository;
import dev.easel.domain.sso.SsoRepository;
import dev.easel.fake.InMemoryDatabase;
import dev.easel.fake.InMemoryProviders;
import dev.easel.fake.InMemorySessions;
import dev.easel.fake.MapConfig;
import dev.easel.fake.MovableClock;
import java.time.Clock;
import java.util.Map;
import org.eclipse.microprofile.config.Config;

/** Signing in by password, open or closed, for tests. */
public final class LocalSignIns {

  private LocalSignIns() {}

  public static LocalSignIn open() {
    return in(LocalMode.ON);
  }

  /** Without any provider. */
  public static LocalSignIn in(LocalMode mode) {
    LocalSignIn made =
        new LocalSignIn() {
          @Override
          public LocalMode mode() {
            return mode;
          }
        };
    ProviderRepository none = new InMemoryProviders(new InMemoryDatabase(), new InMemorySessions());
    made.rules = rules(new MapConfig(Map.of()), none, new MovableClock());
    return made;
  }

  public static LocalSignIn on(
      Config config, ProviderRepository stored, SsoRepository sso, Clock clock) {
    LocalSignIn made = new LocalSignIn();
    made.config = config;
    made.stored = stored;
    made.sso = sso;
    made.rules = rules(config, stored, clock);
    return made;
  }

  public static AddressRules rules(Config config, ProviderRepository stored, Clock clock) {
    AddressRules rules = new AddressRules();
    rules.settings = new OidcSettings(config);
    rules.stored = stored;
    rules.clock = clock;
    return rules;
  }
}
