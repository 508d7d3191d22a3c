package dev.easel.batch.storagesweep;

import dev.easel.service.asset.StorageAudit;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;

/** Reads orphaned keys shelf by shelf; the checkpoint is the number of shelves audited. */
@Dependent
@Named
public class OrphanReader extends AbstractItemReader {

  @Inject StorageAudit audit;

  private final Deque<String> found = new ArrayDeque<>();
  private int audited;

  @Override
  public void open(Serializable checkpoint) {
    audited = checkpoint == null ? 0 : (Integer) checkpoint;
  }

  @Override
  public String readItem() {
    while (found.isEmpty() && audited < audit.shelves().size()) {
      found.addAll(audit.orphans(audit.shelves().get(audited)));
      audited++;
    }
    return found.poll();
  }

  /** A shelf still being emptied is audited again: what is gone is not found twice. */
  @Override
  public Integer checkpointInfo() {
    return found.isEmpty() ? audited : audited - 1;
  }
}
