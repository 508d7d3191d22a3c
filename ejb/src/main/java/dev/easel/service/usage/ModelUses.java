package dev.easel.service.usage;

import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.usage.ModelUse;
import dev.easel.domain.usage.TrafficRepository;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Who still asks for a model: those to be told before it dies. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class ModelUses {

  /** How far back one looks. */
  public static final Duration PERIOD = Duration.ofDays(30);

  private static final int MOST = 200;

  @Inject TrafficRepository traffic;
  @Inject Clock clock;

  /**
   * Keys of all tenants that asked for a model in the last {@link #PERIOD}, the busiest first.
   *
   * @throws FailureException {@code FORBIDDEN} if the caller does not run the server
   */
  public List<ModelUse> of(Caller caller, String modelId) {
    if (!caller.runsServer()) {
      throw FailureException.of(
          FailureCode.FORBIDDEN, "Keys of all are for administrators of the server");
    }
    return traffic.uses(modelId, clock.instant().minus(PERIOD), MOST);
  }
}
