package dev.easel.service.session;

import dev.easel.domain.sso.LocalMode;
import dev.easel.domain.sso.ProviderRepository;
import org.eclipse.microprofile.config.Config;

/** Signing in by password, open or closed, for tests. */
public final class LocalSignIns {

  private LocalSignIns() {}

  public static LocalSignIn open() {
    return in(LocalMode.ON);
  }

  public static LocalSignIn in(LocalMode mode) {
    return new LocalSignIn() {
      @Override
      public LocalMode mode() {
        return mode;
      }
    };
  }

  public static LocalSignIn on(Config config, ProviderRepository stored) {
    LocalSignIn made = new LocalSignIn();
    made.config = config;
    made.stored = stored;
    return made;
  }
}
