package dev.easel.service.node;

import dev.easel.domain.shared.ServerName;
import dev.easel.service.background.BackgroundThreads;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** Drives everything that happens to nodes by itself. */
@Singleton
@Startup
@DependsOn("FirstRun")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NodeWatch {

  private static final Logger LOG = Logger.getLogger(NodeWatch.class.getName());
  private static final Duration TICK = Duration.ofSeconds(1);
  private static final Duration READ = Duration.ofSeconds(2);
  private static final Duration WRITE = Duration.ofSeconds(10);

  @Inject Fleet fleet;
  @Inject Sights sights;
  @Inject RenderTally tally;
  @Inject NodeProbes probes;
  @Inject Inventories inventories;
  @Inject Trials trials;
  @Inject NodeReader reader;
  @Inject StateSteps steps;
  @Inject ServerName server;
  @Inject BackgroundThreads threads;
  @Inject Clock clock;

  private boolean remembered;
  private Instant readAt = Instant.EPOCH;
  private Instant countedAt = Instant.EPOCH;

  @PostConstruct
  void start() {
    threads.every(TICK, this::tick);
  }

  /** Nothing here waits for a node. */
  void tick() {
    try {
      turn();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> "The nodes could not be looked after; trying again");
    }
  }

  private void turn() {
    Instant now = clock.instant();
    if (!remembered) {
      sights.remember(reader.sights(server.name()));
      remembered = true;
    }
    if (!readAt.plus(READ).isAfter(now)) {
      forgetOthers(fleet.read());
      readAt = now;
    }
    probes.askDue();
    inventories.takeDue();
    trials.makeDue();
    writeSights();
    if (!countedAt.plus(WRITE).isAfter(now)) {
      writeCounts();
      countedAt = now;
    }
  }

  private void forgetOthers(List<KnownNode> known) {
    Set<String> ids = known.stream().map(KnownNode::id).collect(Collectors.toSet());
    sights.keepOnly(ids);
    tally.keepOnly(ids);
    probes.keepOnly(ids);
  }

  private void writeSights() {
    sights
        .takeTurned()
        .forEach(
            (nodeId, sight) -> {
              try {
                steps.see(nodeId, server.name(), sight);
              } catch (RuntimeException e) {
                sights.turnedAgain(nodeId);
                LOG.log(Level.FINE, e, () -> "Not noted yet how " + nodeId + " is");
              }
            });
  }

  private void writeCounts() {
    tally
        .takeUncounted()
        .forEach(
            (nodeId, count) -> tally.last(nodeId).ifPresent(last -> write(nodeId, count, last)));
    steps.forgetBreakers();
  }

  private void write(String nodeId, long count, RenderTally.Last last) {
    try {
      steps.count(nodeId, count, last.modelId(), last.at());
    } catch (RuntimeException e) {
      tally.putBack(nodeId, count);
      LOG.log(Level.FINE, e, () -> "Not counted yet what " + nodeId + " rendered");
    }
  }
}
