package dev.easel.domain.session;

import dev.easel.domain.shared.StoredText;
import java.util.List;
import java.util.Optional;

/**
 * Where a browser is.
 *
 * @param address of the network, as the server saw it
 * @param agent how the browser calls itself; empty if it does not
 */
public record Device(String address, String agent) {

  private static final int LONGEST_ADDRESS = 64;
  private static final int LONGEST_AGENT = 200;

  /** What browsers name themselves; those that name others too come first. */
  private static final List<String> BROWSERS =
      List.of("Edg", "OPR", "Firefox", "HeadlessChrome", "Chrome", "Safari", "curl");

  private static final List<String> SYSTEMS =
      List.of("Android", "iPhone", "iPad", "Windows", "Mac OS X", "CrOS", "Linux");

  public Device {
    address = StoredText.fitting(address, LONGEST_ADDRESS);
    agent = StoredText.fitting(agent == null ? "" : agent, LONGEST_AGENT);
  }

  /** {@code Firefox, Linux}: the agent in the words people use, or as it is. */
  public String browser() {
    Optional<String> browser = BROWSERS.stream().filter(n -> agent.contains(n + "/")).findFirst();
    Optional<String> system = SYSTEMS.stream().filter(agent::contains).findFirst();
    return browser
        .map(found -> called(found) + system.map(on -> ", " + called(on)).orElse(""))
        .orElse(agent);
  }

  private static String called(String token) {
    return switch (token) {
      case "Edg" -> "Edge";
      case "OPR" -> "Opera";
      case "HeadlessChrome" -> "Chrome";
      case "Mac OS X" -> "macOS";
      case "CrOS" -> "ChromeOS";
      default -> token;
    };
  }
}
