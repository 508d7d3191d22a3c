package dev.easel.adapter.provider;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Client certificates for nodes: PKCS #12 files in one directory, called by their names. A file
 * that also holds certificates of authorities makes these the only ones trusted.
 */
@ApplicationScoped
public class NodeIdentities {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  @Inject
  @ConfigProperty(name = "easel.data", defaultValue = "./data")
  String data;

  @Inject
  @ConfigProperty(name = "easel.nodes.tls-directory")
  Optional<String> directory;

  @Inject
  @ConfigProperty(name = "easel.nodes.tls-password")
  Optional<String> password;

  /**
   * @throws IllegalArgumentException if there is no such identity or it cannot be opened
   */
  public SSLContext context(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("Not a name of a TLS identity");
    }
    Path home = directory.map(Path::of).orElseGet(() -> Path.of(data).resolve("tls"));
    char[] secret = password.orElse("").toCharArray();
    try (InputStream in = Files.newInputStream(home.resolve(name + ".p12"))) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, secret);
      return contextOf(store, secret);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException("The TLS identity " + name + " cannot be used", e);
    }
  }

  private static SSLContext contextOf(KeyStore store, char[] secret)
      throws GeneralSecurityException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, secret);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trusted(store), null);
    return context;
  }

  /** Null stands for the authorities that Java trusts. */
  private static TrustManager[] trusted(KeyStore store) throws GeneralSecurityException {
    boolean own = false;
    for (String alias : Collections.list(store.aliases())) {
      own |= store.isCertificateEntry(alias);
    }
    if (!own) {
      return null;
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    return trust.getTrustManagers();
  }
}
