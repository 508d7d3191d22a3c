package dev.easel.service.gallery;

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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Reads meanings into memory aside, after a start and when a search came upon a tenant whose were
 * not read: of a million that takes longer than anybody waits.
 */
@Singleton
@Startup
@DependsOn("FirstRun")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MeaningReading {

  private static final Logger LOG = Logger.getLogger(MeaningReading.class.getName());

  @Inject MeaningIndex index;
  @Inject Meanings meanings;

  private final Set<String> wanted = ConcurrentHashMap.newKeySet();
  private Executor aside = Runnable::run;

  @Inject
  void on(BackgroundThreads threads) {
    aside = threads.aside();
  }

  @PostConstruct
  void start() {
    if (meanings.areMade()) {
      aside.execute(() -> read("all", index::readLargest));
    }
  }

  /** Reads what is left of a tenant's, once however many ask. */
  public void rest(String tenantId) {
    if (wanted.add(tenantId)) {
      aside.execute(
          () -> {
            read(tenantId, () -> index.read(tenantId));
            wanted.remove(tenantId);
          });
    }
  }

  private static void read(String whose, Runnable reading) {
    try {
      reading.run();
      LOG.fine(() -> "Meanings are in memory: " + whose);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> "Meanings are read when they are searched: " + whose);
    }
  }
}
