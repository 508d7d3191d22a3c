package dev.easel.domain.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.domain.identity.Scope;
import dev.easel.domain.shared.FailureException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppTermsTest {

  private static final Set<Scope> SCOPES = Set.of(Scope.GALLERY_READ);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://app.example/callback",
        "https://app.example:8443/a/b?tenant=1",
        "https://app.example",
        "http://127.0.0.1/callback",
        "http://127.0.0.1:8765/callback",
        "http://[::1]:8765/callback",
        "http://localhost:8765/"
      })
  void usersMayComeBackToTheProgramItself(String uri) {
    assertThat(terms(uri).redirectUris()).containsExactly(uri);
    assertThat(terms(uri).asksUsers()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "app.example/callback",
        "//app.example/callback",
        "http://app.example/callback",
        "http://127.0.0.1.evil.example/callback",
        "http://localhost.evil.example/",
        "http://10.0.0.1/callback",
        "https://app.example/*",
        "https://*.app.example/callback",
        "https://app.example/callback#part",
        "https://app.example/callback#",
        "https://user@app.example/callback",
        "https://127.0.0.1@evil.example/callback",
        "https://app.example/a/../callback",
        "https://app.example/./callback",
        "https:///callback",
        "https:app.example",
        "https://app.example/call back",
        "https://app.example/\u0000",
        "https://app.exämple/callback",
        "javascript:alert(1)",
        "data:text/html,x",
        "urn:ietf:wg:oauth:2.0:oob",
        "com.example.app:/callback",
        "HTTP://app.example/",
        "+",
        "*"
      })
  void otherAddressesAreRefused(String uri) {
    assertThat(field(() -> terms(uri))).isEqualTo("redirect_uris");
  }

  @Test
  void anAddressHasAnEnd() {
    assertThat(field(() -> terms("https://app.example/" + "x".repeat(300))))
        .isEqualTo("redirect_uris");
  }

  @Test
  void thereAreTenAddressesAtMost() {
    List<String> eleven = IntStream.range(0, 11).mapToObj(i -> "https://app.example/" + i).toList();

    assertThat(field(() -> terms("App", AppKind.CONFIDENTIAL, eleven, SCOPES, false)))
        .isEqualTo("redirect_uris");
  }

  @Test
  void aProgramThatAsksNobodyActsForItself() {
    assertThat(field(() -> terms("App", AppKind.CONFIDENTIAL, List.of(), SCOPES, false)))
        .isEqualTo("redirect_uris");
    assertThat(terms("App", AppKind.CONFIDENTIAL, List.of(), SCOPES, true).asksUsers()).isFalse();
  }

  @Test
  void whatHasNoSecretDoesNotActForItself() {
    List<String> uris = List.of("https://app.example/");

    assertThat(field(() -> terms("App", AppKind.PUBLIC, uris, SCOPES, true)))
        .isEqualTo("service_account");
  }

  @Test
  void programsOfOthersGetNoScopeThatMakesKeysOrRunsTheServer() {
    List<String> uris = List.of("https://app.example/");
    for (Scope scope : List.of(Scope.KEYS_MANAGE, Scope.BILLING_READ, Scope.ADMIN)) {
      assertThat(field(() -> terms("App", AppKind.PUBLIC, uris, Set.of(scope), false)))
          .isEqualTo("scopes");
    }
    assertThat(field(() -> terms("App", AppKind.PUBLIC, uris, Collections.emptySet(), false)))
        .isEqualTo("scopes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\u0000b", "a\nb"})
  void aNameIsReadable(String name) {
    List<String> uris = List.of("https://app.example/");

    assertThat(field(() -> terms(name, AppKind.PUBLIC, uris, SCOPES, false))).isEqualTo("name");
    assertThat(field(() -> terms("x".repeat(61), AppKind.PUBLIC, uris, SCOPES, false)))
        .isEqualTo("name");
  }

  private static AppTerms terms(String uri) {
    return terms("App", AppKind.CONFIDENTIAL, List.of(uri), SCOPES, false);
  }

  private static AppTerms terms(
      String name, AppKind kind, List<String> uris, Set<Scope> scopes, boolean account) {
    return new AppTerms(name, kind, uris, scopes, account);
  }

  private static String field(ThrowingCallable wrong) {
    FailureException refused = catchThrowableOfType(FailureException.class, wrong);
    return refused.fields().keySet().iterator().next();
  }
}
