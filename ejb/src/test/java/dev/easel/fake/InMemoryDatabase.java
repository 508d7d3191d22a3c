package dev.easel.fake;

import jakarta.persistence.EntityExistsException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Rows and transactions without a database. What a transaction reads is a copy, written back when
 * it commits and forgotten when it throws, so that a stale object stays stale as it does with JPA.
 * One transaction at a time.
 */
public final class InMemoryDatabase {

  private final Map<String, Object> committed = new LinkedHashMap<>();
  private final List<Runnable> undo = new ArrayList<>();
  private Map<String, Object> session;

  /** Runs within the transaction under way, or within one of its own. */
  public synchronized <T> T inTransaction(Supplier<T> work) {
    if (session != null) {
      return work.get();
    }
    session = new LinkedHashMap<>();
    boolean committing = false;
    try {
      T result = work.get();
      committed.putAll(session);
      committing = true;
      return result;
    } finally {
      if (!committing) {
        undo.forEach(Runnable::run);
      }
      undo.clear();
      session = null;
    }
  }

  public void inTransaction(Runnable work) {
    inTransaction(
        () -> {
          work.run();
          return null;
        });
  }

  /** For fakes that keep their state elsewhere. */
  synchronized void onRollback(Runnable action) {
    if (session != null) {
      undo.add(action);
    }
  }

  /** A second row of one id is what a primary key refuses. */
  public synchronized void add(Object entity) {
    String key = key(entity.getClass(), Stored.id(entity));
    if (committed.containsKey(key) || (session != null && session.containsKey(key))) {
      throw new EntityExistsException(key);
    }
    (session == null ? committed : session).put(key, entity);
  }

  /** Takes effect at once; put back if the transaction under way throws. */
  public synchronized void remove(Object entity) {
    String key = key(entity.getClass(), Stored.id(entity));
    Object row = committed.remove(key);
    if (session != null) {
      session.remove(key);
    }
    if (row != null) {
      onRollback(() -> committed.put(key, row));
    }
  }

  public synchronized <T> Optional<T> find(Class<T> type, String id) {
    String key = key(type, id);
    if (session != null && session.containsKey(key)) {
      return Optional.of(type.cast(session.get(key)));
    }
    Object row = committed.get(key);
    if (row == null) {
      return Optional.empty();
    }
    Object copy = Stored.copy(row);
    if (session != null) {
      session.put(key, copy);
    }
    return Optional.of(type.cast(copy));
  }

  /** All rows of a type in the order they were added. */
  public synchronized <T> Stream<T> all(Class<T> type) {
    Map<String, Object> rows = new LinkedHashMap<>(committed);
    if (session != null) {
      rows.putAll(session);
    }
    return List.copyOf(rows.values()).stream()
        .filter(type::isInstance)
        .map(row -> find(type, Stored.id(row)).orElseThrow());
  }

  private static String key(Class<?> type, String id) {
    return type.getSimpleName() + "/" + id;
  }
}
