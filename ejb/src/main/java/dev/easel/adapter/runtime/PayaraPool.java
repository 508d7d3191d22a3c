package dev.easel.adapter.runtime;

import dev.easel.domain.shared.DatabasePool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The server's own pool, asked of Payara's connector runtime: its monitoring would measure every
 * connection given out. The classes are looked up by name, so that nothing needs them to start.
 */
@ApplicationScoped
public class PayaraPool implements DatabasePool {

  private static final Logger LOG = Logger.getLogger(PayaraPool.class.getName());

  /** As {@code ops/payara/preboot.asadmin} has it. */
  private static final String NAME = "H2Pool";

  private static final String INFO = "org.glassfish.resourcebase.resources.api.PoolInfo";
  private static final String RUNTIME = "com.sun.enterprise.connectors.ConnectorRuntime";
  private static final String POOLS = "com.sun.enterprise.resource.pool.";

  @Override
  public Optional<Figures> figures() {
    try {
      return Optional.ofNullable(pool()).map(PayaraPool::read);
    } catch (ReflectiveOperationException | LinkageError | IllegalStateException e) {
      LOG.log(Level.FINE, e, () -> "This runtime tells nothing of its pool");
      return Optional.empty();
    }
  }

  /** Null before the first connection. */
  private static Object pool() throws ReflectiveOperationException {
    Class<?> info = Class.forName(INFO);
    Object manager = ask(RUNTIME, ask(RUNTIME, null, "getRuntime"), "getPoolManager");
    return Class.forName(POOLS + "PoolManager")
        .getMethod("getPool", info)
        .invoke(manager, info.getConstructor(String.class).newInstance(NAME));
  }

  private static Figures read(Object pool) {
    try {
      Object status = ask(POOLS + "ResourcePool", pool, "getPoolStatus");
      Object queue = ask(POOLS + "ResourcePool", pool, "getPoolWaitQueue");
      return new Figures(
          (int) ask(POOLS + "PoolStatus", status, "getNumConnUsed"),
          (int) ask(POOLS + "PoolStatus", status, "getNumConnFree"),
          (int) ask(POOLS + "ResourcePool", pool, "getMaxPoolSize"),
          (int) ask(POOLS + "waitqueue.PoolWaitQueue", queue, "getQueueLength"));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Another Payara than this was written for", e);
    }
  }

  private static Object ask(String type, Object whom, String what)
      throws ReflectiveOperationException {
    return Class.forName(type).getMethod(what).invoke(whom);
  }
}
