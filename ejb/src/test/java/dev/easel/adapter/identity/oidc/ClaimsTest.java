package dev.easel.adapter.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.easel.domain.shared.FailureException;
import dev.easel.domain.sso.ToldClaims;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class ClaimsTest {

  private static final String CLAIMS =
      "{\"iss\":\"https://id.example.org\",\"sub\":\"s1\",\"email\":\"ann@example.org\","
          + "\"groups\":[\"staff\",7,\"root\"]}";

  @Test
  void claimsAndATokenOfThemAreReadAlike() {
    ToldClaims told = Claims.told(CLAIMS);

    assertThat(told.issuer()).contains("https://id.example.org");
    assertThat(told.subject()).contains("s1");
    assertThat(told.email()).contains("ann@example.org");
    assertThat(told.groups()).containsExactlyInAnyOrder("staff", "root");
    assertThat(Claims.told(" " + part("{\"alg\":\"RS256\"}") + "." + part(CLAIMS) + ".c2ln\n"))
        .isEqualTo(told);
  }

  @Test
  void anAddressThatIsNotVerifiedIsNone() {
    assertThat(Claims.told("{\"email\":\"a@b.example\",\"email_verified\":false}").email())
        .isEmpty();
  }

  @Test
  void whatIsNeitherTokenNorClaimsIsRefused() {
    for (String text : new String[] {"", "{", "x", "a.b.c", "[]", "..", "{\"exp\":\"x\"}"}) {
      assertThatThrownBy(() -> Claims.told(text)).as(text).isInstanceOf(FailureException.class);
    }
  }

  private static String part(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
