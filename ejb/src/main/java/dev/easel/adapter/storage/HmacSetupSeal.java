package dev.easel.adapter.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.easel.domain.identity.SetupSeal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.util.Base64;

/** Derived from the master key, so that nothing is stored. */
@ApplicationScoped
public class HmacSetupSeal implements SetupSeal {

  @Inject MasterKey masterKey;

  @Override
  public String token() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(masterKey.derive("setup/1"));
  }

  @Override
  public boolean matches(String sent) {
    return MessageDigest.isEqual(token().getBytes(UTF_8), sent.getBytes(UTF_8));
  }
}
