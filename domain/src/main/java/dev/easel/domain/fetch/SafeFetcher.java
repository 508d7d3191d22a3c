package dev.easel.domain.fetch;

/**
 * Reads an address a user gave, as a stranger on the public internet would and no further: nothing
 * inside the operator's network, nothing but HTTP, and never longer or more than it may. Blocks;
 * never called inside a transaction.
 */
public interface SafeFetcher {

  /**
   * What is there. The answer's media type is not looked at: content shows what it is.
   *
   * @param address an absolute {@code http} or {@code https} URL
   * @param mostBytes of the answer's body
   * @throws FetchException whatever the reason is that there is nothing to give
   */
  byte[] fetch(String address, int mostBytes);
}
