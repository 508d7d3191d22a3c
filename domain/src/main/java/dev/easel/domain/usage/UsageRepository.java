package dev.easel.domain.usage;

import java.util.List;

/** Sums of usage. */
public interface UsageRepository {

  /** Earliest first, then by group. All sums are of one moment. */
  List<UsageRow> usage(UsageQuery query);
}
