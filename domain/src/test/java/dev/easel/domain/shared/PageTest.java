package dev.easel.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PageTest {

  @Property(tries = 200)
  void leadsThroughTheWholeListOnce(
      @ForAll @IntRange(max = 60) int size, @ForAll @IntRange(min = 1, max = 25) int limit) {
    List<Integer> all = IntStream.range(0, size).boxed().toList();
    List<Integer> seen = new ArrayList<>();
    Optional<String> next = Optional.of("-1");

    while (next.isPresent()) {
      int start = Integer.parseInt(next.get()) + 1;
      List<Integer> rows = all.stream().skip(start).limit(limit + 1).toList();
      Page<Integer> page = Page.of(rows, limit, String::valueOf);
      assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
      seen.addAll(page.items());
      next = page.next();
    }

    assertThat(seen).isEqualTo(all);
  }

  @Test
  void hasNoNextWhenTheRowsJustFit() {
    assertThat(Page.of(List.of("a", "b"), 2, s -> s).next()).isEmpty();
    assertThat(Page.of(List.<String>of(), 2, s -> s).items()).isEmpty();
  }

  @Test
  void keepsItsPlaceWhenMapped() {
    Page<Integer> page = Page.of(List.of("a", "bb", "ccc"), 2, s -> s).map(String::length);

    assertThat(page.items()).containsExactly(1, 2);
    assertThat(page.next()).contains("bb");
  }
}
