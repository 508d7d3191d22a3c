package dev.easel.fake;

import dev.easel.domain.shared.Page;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Pages of rows in memory, as the repositories make them. */
final class Lists {

  private Lists() {}

  /**
   * The row a cursor stands for, if it is one of the list's owner; it need not be on the list.
   *
   * @param find looks a row up by its id
   */
  static <T> Optional<T> cursor(
      Optional<String> after, Function<String, Optional<T>> find, Predicate<T> own) {
    return after.map(id -> find.apply(id).filter(own).orElseThrow(Page::notACursor));
  }

  /** What follows the last row of the page before. */
  static <T> Page<T> page(
      List<T> rows, Comparator<T> order, Optional<T> last, int limit, Function<T, String> key) {
    List<T> following =
        rows.stream()
            .sorted(order)
            .filter(row -> last.isEmpty() || order.compare(row, last.get()) > 0)
            .limit(limit + 1L)
            .toList();
    return Page.of(following, limit, key);
  }
}
