package dev.easel.web.ui.session;

import java.net.URI;

/** Where somebody goes who has signed in. */
final class NextPage {

  private NextPage() {}

  /**
   * Only pages of the dashboard: the address came from outside.
   *
   * @param home the dashboard's own address
   * @param next relative to it, or whatever was sent; may be null
   */
  static URI of(URI home, String next) {
    if (next == null || next.isBlank()) {
      return home;
    }
    try {
      URI asked = home.resolve(next).normalize();
      return asked.toString().startsWith(home.toString()) ? asked : home;
    } catch (IllegalArgumentException e) {
      return home;
    }
  }
}
