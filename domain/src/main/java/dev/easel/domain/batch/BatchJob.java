package dev.easel.domain.batch;

import java.util.List;
import java.util.Map;

/**
 * Long work made of items. A run may be taken over by another server at any moment: the plan is
 * written down once, each item is done in a transaction that also notes it as done.
 */
public interface BatchJob {

  /** Name of the job, kebab-case. */
  String name();

  /** How many items one transaction does; one, unless items are small. */
  default int itemsPerChunk() {
    return 1;
  }

  /** Keys of everything there is to do, at most 200 characters each, in no particular order. */
  List<String> plan(Map<String, String> parameters);

  /**
   * Does one item within the transaction of the caller, which may be rolled back and done again.
   */
  void work(String runId, String itemKey);
}
