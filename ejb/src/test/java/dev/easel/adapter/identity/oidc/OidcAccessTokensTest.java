package dev.easel.adapter.identity.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.sso.VerifiedToken;
import dev.easel.fake.MovableClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OidcAccessTokensTest {

  private static final JOSEObjectType TYPED = new JOSEObjectType("at+jwt");

  private final MovableClock clock = new MovableClock();
  private final LocalProvider provider = new LocalProvider();
  private final OidcAccessTokens tokens = tokens();

  @AfterEach
  void stop() {
    provider.close();
  }

  @Test
  void aRightTokenTellsWhoAndWhat() {
    VerifiedToken read = verify(provider.sign(JOSEObjectType.JWT, usual().build()));

    assertThat(read.identity().issuer()).isEqualTo(provider.issuer().toString());
    assertThat(read.identity().subject()).isEqualTo("subject-1");
    assertThat(read.clientId()).contains("app_1");
    assertThat(read.scopes()).containsExactlyInAnyOrder("openid", "images:generate");
    assertThat(read.groups()).containsExactly("easel-members");
    assertThat(read.email()).contains("ann@example.org");
    assertThat(read.name()).contains("ann");
    assertThat(read.expiresAt()).isEqualTo(seconds(clock.instant().plusSeconds(300)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"at+jwt", "application/at+jwt", "AT+JWT"})
  void aTypedHeaderNeedsNoTypedClaim(String type) {
    String token = provider.sign(new JOSEObjectType(type), usual().claim("typ", null).build());

    assertThat(verify(token).identity().subject()).isEqualTo("subject-1");
  }

  @Test
  void anAddressTheProviderDidNotVerifyIsNone() {
    JWTClaimsSet claims = usual().claim("email_verified", false).build();

    assertThat(verify(provider.sign(TYPED, claims)).email()).isEmpty();
  }

  static Stream<UnaryOperator<JWTClaimsSet.Builder>> wrongClaims() {
    return Stream.of(
        claims -> claims.audience("account"),
        claims -> claims.audience((String) null),
        claims -> claims.issuer("https://id.example.org"),
        claims -> claims.issuer(null),
        claims -> claims.subject(null),
        claims -> claims.expirationTime(null),
        claims -> claims.issueTime(null),
        claims -> claims.claim("typ", "ID"),
        claims -> claims.claim("typ", "Refresh"),
        claims -> claims.claim("typ", "Logout"),
        claims -> claims.claim("typ", null),
        claims -> claims.claim("typ", 7),
        claims -> claims.claim("cnf", Map.of("jkt", "x")));
  }

  @ParameterizedTest
  @MethodSource("wrongClaims")
  void whatIsNoAccessTokenForUsIsRefused(UnaryOperator<JWTClaimsSet.Builder> change) {
    String token = provider.sign(JOSEObjectType.JWT, change.apply(usual()).build());

    assertThat(refusal(token)).isEqualTo(FailureCode.UNAUTHENTICATED);
  }

  @Test
  void aTokenWithoutTheTypeOfATokenIsRefused() {
    assertThat(refusal(provider.sign(null, usual().build())))
        .isEqualTo(FailureCode.UNAUTHENTICATED);
    assertThat(refusal(provider.sign(new JOSEObjectType("dpop+jwt"), usual().build())))
        .isEqualTo(FailureCode.UNAUTHENTICATED);
  }

  @Test
  void clocksMayDifferByTenSeconds() {
    String token = provider.sign(TYPED, usual().build());

    clock.pass(Duration.ofSeconds(309));
    assertThat(verify(token).identity().subject()).isEqualTo("subject-1");

    clock.pass(Duration.ofSeconds(3));
    assertThat(refusal(token)).isEqualTo(FailureCode.UNAUTHENTICATED);
  }

  @Test
  void aTokenCountsFromItsTimeOn() {
    Instant later = clock.instant().plusSeconds(20);
    String begins = provider.sign(TYPED, usual().notBeforeTime(Date.from(later)).build());
    String made = provider.sign(TYPED, usual().issueTime(Date.from(later)).build());

    assertThat(refusal(begins)).isEqualTo(FailureCode.UNAUTHENTICATED);
    assertThat(refusal(made)).isEqualTo(FailureCode.UNAUTHENTICATED);

    clock.pass(Duration.ofSeconds(11));
    assertThat(verify(begins).clientId()).contains("app_1");
    assertThat(verify(made).clientId()).contains("app_1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "None", "nOnE"})
  void aTokenThatIsNotSignedIsRefused(String none) {
    String header = encoded("{\"alg\":\"" + none + "\",\"typ\":\"at+jwt\"}");
    String payload = encoded(usual().build().toString());

    assertThat(refusal(header + "." + payload + ".")).isEqualTo(FailureCode.UNAUTHENTICATED);
    assertThat(refusal(header + "." + payload + ".AAAA")).isEqualTo(FailureCode.UNAUTHENTICATED);
  }

  @Test
  void aTokenKeyedByWhatIsPublicIsRefused() throws JOSEException {
    byte[] shown = provider.key().toRSAPublicKey().getEncoded();
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256)
                .type(TYPED)
                .keyID(provider.key().getKeyID())
                .build(),
            usual().build());
    token.sign(new MACSigner(shown));

    assertThat(refusal(token.serialize())).isEqualTo(FailureCode.UNAUTHENTICATED);
  }

  @Test
  void aChangedTokenIsRefused() {
    String[] parts = provider.sign(TYPED, usual().build()).split("\\.");
    String other = encoded(usual().subject("subject-2").build().toString());

    assertThat(refusal(parts[0] + "." + other + "." + parts[2]))
        .isEqualTo(FailureCode.UNAUTHENTICATED);
  }

  @Test
  void aTokenThatBringsItsOwnKeyIsRefused() throws JOSEException {
    RSAKey own = new RSAKeyGenerator(2048).keyID(provider.key().getKeyID()).generate();
    RSAKey unknown = new RSAKeyGenerator(2048).keyID("own").generate();

    assertThat(refusal(bringing(own))).isEqualTo(FailureCode.UNAUTHENTICATED);
    assertThat(refusal(bringing(unknown))).isEqualTo(FailureCode.UNAUTHENTICATED);
  }

  @Test
  void aTokenWithExtensionsNobodyKnowsIsRefused() {
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .type(TYPED)
            .keyID(provider.key().getKeyID())
            .criticalParams(Set.of("urn:example:rule"))
            .customParam("urn:example:rule", true)
            .build();

    assertThat(refusal(LocalProvider.sign(header, usual().build(), provider.key())))
        .isEqualTo(FailureCode.UNAUTHENTICATED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "..", "a.b.c", "eyJhbGciOiJSUzI1NiJ9..", "\u0000.\u0000.\u0000"})
  void whatIsNoTokenIsRefused(String junk) {
    assertThat(refusal(junk)).isEqualTo(FailureCode.UNAUTHENTICATED);
  }

  @Test
  void aNewKeyIsAcceptedAtOnceAndTheOldOneStays() {
    String old = provider.sign(TYPED, usual().build());
    verify(old);

    provider.rotate("key-2");
    String fresh = provider.sign(TYPED, usual().subject("subject-2").build());

    assertThat(verify(fresh).identity().subject()).isEqualTo("subject-2");
    assertThat(verify(old).identity().subject()).isEqualTo("subject-1");
  }

  @Test
  void junkThatNamesUnknownKeysDoesNotHammerTheProvider() throws JOSEException {
    verify(provider.sign(TYPED, usual().build()));

    for (int i = 0; i < 20; i++) {
      RSAKey junk = new RSAKey.Builder(provider.key()).keyID("junk-" + i).build();
      JWSHeader header =
          new JWSHeader.Builder(JWSAlgorithm.RS256).type(TYPED).keyID(junk.getKeyID()).build();
      assertThat(refusal(LocalProvider.sign(header, usual().build(), junk)))
          .isEqualTo(FailureCode.UNAUTHENTICATED);
    }

    assertThat(provider.reads()).isLessThanOrEqualTo(3);
    assertThat(verify(provider.sign(TYPED, usual().build())).clientId()).contains("app_1");
  }

  @Test
  void keysThatWereReadGoOnToCountWhileTheProviderIsDown() {
    String token = provider.sign(TYPED, usual().build());
    verify(token);

    provider.loseKeys();

    assertThat(verify(token).identity().subject()).isEqualTo("subject-1");
  }

  @Test
  void aProviderWhoseKeysWereNeverReadIsWaitedFor() {
    provider.loseKeys();

    FailureException refused = failure(provider.sign(TYPED, usual().build()));

    assertThat(refused.code()).isEqualTo(FailureCode.MAINTENANCE);
    assertThat(refused.retryAfter()).isPresent();
  }

  private String bringing(RSAKey own) {
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .type(TYPED)
            .keyID(own.getKeyID())
            .jwk(own.toPublicJWK())
            .jwkURL(URI.create("http://127.0.0.1:1/keys"))
            .build();
    return LocalProvider.sign(header, usual().build(), own);
  }

  private JWTClaimsSet.Builder usual() {
    Instant now = clock.instant();
    return new JWTClaimsSet.Builder()
        .issuer(provider.issuer().toString())
        .subject("subject-1")
        .audience(List.of("account", "easel-api"))
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(300)))
        .claim("typ", "Bearer")
        .claim("azp", "app_1")
        .claim("scope", "openid images:generate")
        .claim("groups", List.of("easel-members"))
        .claim("email", "ann@example.org")
        .claim("email_verified", true)
        .claim("preferred_username", "ann");
  }

  private VerifiedToken verify(String token) {
    return tokens.verify(provider.terms(), "easel-api", token);
  }

  private FailureCode refusal(String token) {
    return failure(token).code();
  }

  private FailureException failure(String token) {
    return catchThrowableOfType(FailureException.class, () -> verify(token));
  }

  private OidcAccessTokens tokens() {
    OidcAccessTokens made = new OidcAccessTokens();
    made.clock = clock;
    made.directory = new Directory();
    made.directory.clock = clock;
    return made;
  }

  private static String encoded(String text) {
    return Base64URL.encode(text.getBytes(UTF_8)).toString();
  }

  private static Instant seconds(Instant time) {
    return Instant.ofEpochSecond(time.getEpochSecond());
  }
}
