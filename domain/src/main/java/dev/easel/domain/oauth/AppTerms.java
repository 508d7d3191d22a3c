package dev.easel.domain.oauth;

import dev.easel.domain.identity.Scope;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.StoredText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a program shall be.
 *
 * @param name what users read where they are asked for their consent
 * @param redirectUris where the provider may send users back to, to the letter; empty for a program
 *     that never asks users
 * @param scopes the most it can ask for
 * @param serviceAccount whether it may also act for itself, without a user (RFC 6749, 4.4)
 */
public record AppTerms(
    String name,
    AppKind kind,
    List<String> redirectUris,
    Set<Scope> scopes,
    boolean serviceAccount) {

  public static final int LONGEST_NAME = 60;
  public static final int MOST_REDIRECTS = 10;

  /**
   * @throws FailureException {@code INVALID_REQUEST} naming the field that does not do
   */
  public AppTerms {
    redirectUris = List.copyOf(new LinkedHashSet<>(redirectUris));
    scopes = Set.copyOf(scopes);
    judgeName(name);
    judgeRedirects(redirectUris);
    judgeScopes(scopes);
    if (serviceAccount && kind == AppKind.PUBLIC) {
      throw FailureException.invalid(
          "service_account", "needs a confidential app: without a secret anybody could be it");
    }
    if (redirectUris.isEmpty() && !serviceAccount) {
      throw FailureException.invalid(
          "redirect_uris", "must be one at least, unless there is a service account");
    }
  }

  /** Whether users can be asked for access. */
  public boolean asksUsers() {
    return !redirectUris.isEmpty();
  }

  private static void judgeName(String name) {
    boolean fits = !name.isBlank() && name.length() <= LONGEST_NAME && StoredText.isStorable(name);
    if (!fits || name.chars().anyMatch(Character::isISOControl)) {
      throw FailureException.invalid("name", "must have 1 to " + LONGEST_NAME + " letters");
    }
  }

  private static void judgeRedirects(List<String> uris) {
    if (uris.size() > MOST_REDIRECTS) {
      throw FailureException.invalid("redirect_uris", "must be " + MOST_REDIRECTS + " at most");
    }
    uris.forEach(RedirectUri::judge);
  }

  private static void judgeScopes(Set<Scope> scopes) {
    if (scopes.isEmpty() || !Scope.delegable().containsAll(scopes)) {
      throw FailureException.invalid(
          "scopes", "must be one at least of: " + Scope.joined(Scope.delegable()));
    }
  }
}
