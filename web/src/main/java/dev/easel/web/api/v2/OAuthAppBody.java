package dev.easel.web.api.v2;

import dev.easel.domain.identity.Scope;
import dev.easel.domain.oauth.AppKind;
import dev.easel.domain.oauth.AppTerms;
import dev.easel.web.api.JsonInput;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a request says of a program; confidential and without a service account if it does not. */
final class OAuthAppBody {

  private static final Set<String> KNOWN =
      Set.of("name", "kind", "redirect_uris", "scopes", "service_account");

  private OAuthAppBody() {}

  static AppTerms read(JsonInput body) {
    body.refuseStrangers(KNOWN);
    String name = body.text("name", AppTerms.LONGEST_NAME);
    AppKind kind = kind(body);
    List<String> redirects = body.has("redirect_uris") ? body.texts("redirect_uris") : List.of();
    Set<Scope> scopes = scopes(body);
    boolean account = Boolean.TRUE.equals(body.flag("service_account"));
    if (name == null) {
      body.violate("name", "is required");
    }
    body.check();
    return new AppTerms(name.strip(), kind, redirects, scopes, account);
  }

  private static AppKind kind(JsonInput body) {
    String word = body.text("kind");
    if (word != null && AppKind.parse(word).isEmpty()) {
      body.violate("kind", "must be confidential or public");
    }
    return AppKind.parse(word).orElse(AppKind.CONFIDENTIAL);
  }

  private static Set<Scope> scopes(JsonInput body) {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    for (String word : body.has("scopes") ? body.texts("scopes") : List.<String>of()) {
      Scope.parse(word)
          .filter(Scope.delegable()::contains)
          .ifPresentOrElse(scopes::add, () -> body.violate("scopes", oneOf()));
    }
    if (scopes.isEmpty()) {
      body.violate("scopes", oneOf());
    }
    return scopes;
  }

  private static String oneOf() {
    return "must be one at least of: " + Scope.joined(Scope.delegable());
  }
}
