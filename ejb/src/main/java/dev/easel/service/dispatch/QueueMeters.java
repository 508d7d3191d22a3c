package dev.easel.service.dispatch;

import dev.easel.service.health.Meters;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Figures of the queue; and begins to watch halts, before anything is given out. */
@Singleton
@Startup
@DependsOn("FirstRun")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class QueueMeters {

  @Inject QueueDesk desk;
  @Inject HaltWatch halts;
  @Inject Meters meters;

  @PostConstruct
  void start() {
    halts.look();
    meters.gauges(
        "easel_queue_waiting",
        "Generations that wait, by lane and reason",
        List.of("lane", "reason"),
        this::waiting);
    meters.gauge("easel_queue_pauses", "Pauses operators have set", () -> halts.now().all().size());
  }

  private Map<List<String>, Long> waiting() {
    Map<List<String>, Long> waiting = new HashMap<>();
    desk.tally().counts().stream()
        .filter(QueueTally.Count::waits)
        .forEach(
            count ->
                waiting.merge(
                    List.of(count.group().lane(), count.reason().orElseThrow()),
                    count.group().count(),
                    Long::sum));
    return waiting;
  }
}
