package dev.easel.service.node;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;

/** Threads that wait for nodes, apart from those that answer clients: a silent node takes time. */
@ApplicationScoped
public class NodeThreads {

  private static final int PROBES = 32;
  private static final int LOOKS = 6;

  @Resource private ManagedThreadFactory threads;

  private ThreadPoolExecutor probes;
  private ThreadPoolExecutor looks;

  @PostConstruct
  void start() {
    probes = pool(PROBES);
    looks = pool(LOOKS);
  }

  /**
   * All at the start, and for good. On Payara a thread shares the context of the one that makes it,
   * and its end closes the entity manager of that one: here a timer, which lives on.
   */
  private ThreadPoolExecutor pool(int size) {
    ThreadPoolExecutor pool = (ThreadPoolExecutor) Executors.newFixedThreadPool(size, threads);
    pool.prestartAllCoreThreads();
    return pool;
  }

  /** Nothing is interrupted: a thread that writes to H2 must not be. */
  @PreDestroy
  void stop() {
    probes.shutdown();
    looks.getQueue().clear();
    looks.shutdown();
  }

  /** For questions that are answered within seconds. */
  public Executor probes() {
    return probes;
  }

  /** For inventories and trial renders. */
  public Executor looks() {
    return looks;
  }
}
