package dev.easel.domain.session;

import dev.easel.domain.shared.StoredText;

/**
 * Where a browser is.
 *
 * @param address of the network, as the server saw it
 * @param agent how the browser calls itself; empty if it does not
 */
public record Device(String address, String agent) {

  private static final int LONGEST_ADDRESS = 64;
  private static final int LONGEST_AGENT = 200;

  public Device {
    address = StoredText.fitting(address, LONGEST_ADDRESS);
    agent = StoredText.fitting(agent == null ? "" : agent, LONGEST_AGENT);
  }
}
