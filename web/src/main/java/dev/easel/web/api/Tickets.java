package dev.easel.web.api;

import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Words that stand for a key in an address, where no header can be sent. Addresses end up in logs
 * and histories, so a ticket works once and soon expires; a key never stands there. Kept in memory:
 * a ticket is good on the server that issued it.
 */
@ApplicationScoped
public class Tickets {

  public static final Duration LIFE = Duration.ofSeconds(60);

  /** Beyond this the oldest make room, so that nobody fills the memory with them. */
  private static final int MOST = 10_000;

  @Inject Clock clock;

  private final Map<String, Issued> issued =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Issued> eldest) {
          return size() > MOST || eldest.getValue().until.isBefore(clock.instant());
        }
      };

  public String issue(Caller caller) {
    String ticket = Ids.random("tkt");
    synchronized (issued) {
      issued.put(ticket, new Issued(caller, clock.instant().plus(LIFE)));
    }
    return ticket;
  }

  /**
   * The caller it was issued to. It is void from then on.
   *
   * @throws FailureException {@code UNAUTHENTICATED} if it is unknown, used or too old
   */
  public Caller redeem(String ticket) {
    Issued found;
    synchronized (issued) {
      found = issued.remove(ticket);
    }
    if (found == null || found.until.isBefore(clock.instant())) {
      throw FailureException.of(
          FailureCode.UNAUTHENTICATED, "This ticket is unknown, used or expired");
    }
    return found.caller;
  }

  private record Issued(Caller caller, Instant until) {}
}
