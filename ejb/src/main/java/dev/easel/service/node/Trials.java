package dev.easel.service.node;

import dev.easel.domain.node.Reach;
import dev.easel.domain.provider.NodeTarget;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Gives nodes in quarantine a trial to render: who does it well takes work again. */
@ApplicationScoped
public class Trials {

  private static final Logger LOG = Logger.getLogger(Trials.class.getName());

  /** No other server tries while one does. */
  private static final Duration WITHIN = TrialRender.LONGEST.plusMinutes(1);

  @Inject Fleet fleet;
  @Inject Sights sights;
  @Inject StateSteps steps;
  @Inject TrialRender render;
  @Inject NodeThreads threads;
  @Inject Clock clock;

  /** Starts the trials that are due, without waiting for them. */
  void makeDue() {
    Instant now = clock.instant();
    for (KnownNode node : fleet.known()) {
      boolean answers = sights.of(node.id()).reach().state() == Reach.State.ANSWERING;
      if (answers && node.state().trust().isTrialDue(now) && steps.claimTrial(node.id(), WITHIN)) {
        fleet.edited();
        threads.looks().execute(() -> make(node.target()));
      }
    }
  }

  /**
   * Makes one and waits for it, a minute and a half at most.
   *
   * @return why it failed; empty if it did not
   */
  Optional<String> make(NodeTarget node) {
    Optional<String> fault = rendered(node);
    steps.judge(
        node.id(),
        trust ->
            fault.map(why -> trust.failedTrial(why, clock.instant())).orElseGet(trust::passed));
    fleet.edited();
    LOG.info(
        () ->
            "Node "
                + node
                + " "
                + fault.map(why -> "failed a trial: " + why).orElse("passed a trial"));
    return fault;
  }

  private Optional<String> rendered(NodeTarget node) {
    try {
      return render.make(node);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> "The trial of " + node + " broke");
      return Optional.of("the trial broke");
    }
  }
}
