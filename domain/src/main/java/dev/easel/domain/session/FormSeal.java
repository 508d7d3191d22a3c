package dev.easel.domain.session;

/**
 * What a form of a browser bears to prove that we gave it to this browser. Made of the browser's
 * token, so that it is the same on every server and dies with the token.
 */
public interface FormSeal {

  /** Characters of base64url. */
  String of(BrowserToken token);

  /** Whether this is what {@link #of} makes; constant-time; null is not. */
  boolean matches(BrowserToken token, String sent);
}
