package dev.easel.domain.ledger.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Ids in the database's order.
 *
 * @param after the last id before the range; empty for none
 * @param upTo the last id of the range; empty for no end
 */
public record IdRange(String after, String upTo) {

  /**
   * Ranges that cover every id, those still to come as well.
   *
   * @param end the last id of the range that begins after an id; empty if the range is the last one
   */
  public static List<IdRange> covering(Function<String, Optional<String>> end) {
    List<IdRange> ranges = new ArrayList<>();
    String after = "";
    for (Optional<String> upTo = end.apply(after); upTo.isPresent(); upTo = end.apply(after)) {
      ranges.add(new IdRange(after, upTo.get()));
      after = upTo.get();
    }
    ranges.add(new IdRange(after, ""));
    return ranges;
  }
}
