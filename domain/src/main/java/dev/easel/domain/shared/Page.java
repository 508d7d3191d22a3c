package dev.easel.domain.shared;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A slice of an ordered list. {@code next} is the key the following slice starts after, opaque to
 * callers; empty on the last one.
 */
public record Page<T>(List<T> items, Optional<String> next) {

  public Page {
    items = List.copyOf(items);
  }

  /** Makes a page from one row more than was asked for. */
  public static <T> Page<T> of(List<T> rows, int limit, Function<T, String> key) {
    if (rows.size() <= limit) {
      return new Page<>(rows, Optional.empty());
    }
    List<T> kept = rows.subList(0, limit);
    return new Page<>(kept, Optional.of(key.apply(kept.get(limit - 1))));
  }

  /** One answer for a cursor that never was and for one of somebody else's list. */
  public static FailureException notACursor() {
    return FailureException.invalid("cursor", "is not a cursor of this list");
  }

  public <R> Page<R> map(Function<? super T, ? extends R> mapper) {
    return new Page<>(items.stream().<R>map(mapper).toList(), next);
  }
}
