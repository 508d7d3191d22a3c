package dev.easel.domain.asset;

import java.time.Instant;

/**
 * Signs the address of one image file, so that it can be fetched without credentials until it
 * expires.
 */
public interface UrlSigner {

  /**
   * The query string for the file, without a question mark: {@code exp=…&sig=…}.
   *
   * @param expires first instant at which the address no longer works, cut to whole seconds
   */
  String sign(String imageId, String name, Instant expires);

  /** True only for what {@link #sign} made for this very file; any garbage is just false. */
  boolean verify(String imageId, String name, String exp, String sig, Instant now);
}
