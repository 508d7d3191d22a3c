package dev.easel.adapter.identity.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.easel.domain.sso.ProviderTerms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An identity provider on loopback: it describes itself and shows its keys, which it signs with.
 */
final class LocalProvider implements AutoCloseable {

  private static final int KEY_BITS = 2048;

  private final HttpServer server;
  private final List<RSAKey> keys = new ArrayList<>();
  private final AtomicInteger reads = new AtomicInteger();
  private volatile boolean keysDown;

  LocalProvider() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    rotate("key-1");
    server.createContext("/realm/.well-known/openid-configuration", e -> send(e, description()));
    server.createContext("/realm/keys", this::sendKeys);
    server.start();
  }

  URI issuer() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/realm");
  }

  ProviderTerms terms() {
    return new ProviderTerms("sso", "Local", issuer(), "easel-dashboard", "secret");
  }

  /** Signs with a new key from now on; the old ones stay shown. */
  void rotate(String keyId) {
    try {
      keys.add(new RSAKeyGenerator(KEY_BITS).keyID(keyId).generate());
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  RSAKey key() {
    return keys.get(keys.size() - 1);
  }

  /** The keys are not to be had from now on. */
  void loseKeys() {
    keysDown = true;
  }

  /** How often the keys were read. */
  int reads() {
    return reads.get();
  }

  String sign(JOSEObjectType type, JWTClaimsSet claims) {
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.RS256).type(type).keyID(key().getKeyID()).build();
    return sign(header, claims, key());
  }

  static String sign(JWSHeader header, JWTClaimsSet claims, RSAKey key) {
    try {
      SignedJWT token = new SignedJWT(header, claims);
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private String description() {
    String at = issuer().toString();
    return """
        {"issuer": "%s", "authorization_endpoint": "%s/auth", "token_endpoint": "%s/token",
         "jwks_uri": "%s/keys", "response_types_supported": ["code"],
         "subject_types_supported": ["public"],
         "id_token_signing_alg_values_supported": ["RS256"]}
        """
        .formatted(at, at, at, at);
  }

  private void sendKeys(HttpExchange exchange) throws IOException {
    reads.incrementAndGet();
    if (keysDown) {
      exchange.sendResponseHeaders(503, -1);
      exchange.close();
      return;
    }
    send(exchange, new JWKSet(new ArrayList<>(keys)).toPublicJWKSet().toString());
  }

  private static void send(HttpExchange exchange, String json) throws IOException {
    byte[] body = json.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
