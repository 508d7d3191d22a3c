package dev.easel.web.ui.oauth;

import dev.easel.domain.identity.Scope;
import dev.easel.domain.oauth.AppKind;
import dev.easel.domain.oauth.AppTerms;
import dev.easel.domain.shared.FailureException;
import jakarta.ws.rs.FormParam;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What the form of a new program brings. */
public class AppForm {

  @FormParam("name")
  String name;

  @FormParam("kind")
  String kind;

  @FormParam("redirects")
  String redirects;

  @FormParam("scope")
  List<String> scopes;

  @FormParam("service_account")
  String serviceAccount;

  /**
   * @throws FailureException {@code INVALID_REQUEST} naming the field that does not do
   */
  AppTerms read() {
    Set<Scope> ticked = new LinkedHashSet<>();
    scopes.forEach(word -> Scope.parse(word).ifPresent(ticked::add));
    List<String> addresses =
        Stream.of(text(redirects).split("\\s+")).filter(word -> !word.isEmpty()).toList();
    return new AppTerms(
        text(name),
        AppKind.parse(kind).orElse(AppKind.CONFIDENTIAL),
        addresses,
        ticked,
        serviceAccount != null);
  }

  /** For the form to be shown again. */
  AppFields fields() {
    return new AppFields(
        text(name), text(kind), text(redirects), Set.copyOf(scopes), serviceAccount != null);
  }

  private static String text(String sent) {
    return sent == null ? "" : sent.strip();
  }
}
