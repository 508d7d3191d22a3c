package dev.easel.web.ui.oauth;

import dev.easel.domain.oauth.AppKind;
import java.util.Set;

/**
 * What stands in the fields of a program's form.
 *
 * @param kind as the API calls it
 * @param redirects one address a line
 * @param scopes as the API calls them
 */
public record AppFields(
    String name, String kind, String redirects, Set<String> scopes, boolean serviceAccount) {

  /** Nothing is given that was not asked for. */
  static AppFields fresh() {
    return new AppFields("", AppKind.CONFIDENTIAL.wire(), "", Set.of(), false);
  }
}
