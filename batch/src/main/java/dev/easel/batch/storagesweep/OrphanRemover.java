package dev.easel.batch.storagesweep;

import dev.easel.service.asset.StorageAudit;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.logging.Logger;

/** Removes the files it is given; one that is gone already is fine. */
@Dependent
@Named
public class OrphanRemover extends AbstractItemWriter {

  private static final Logger LOG = Logger.getLogger(OrphanRemover.class.getName());

  @Inject StorageAudit audit;

  @Override
  public void writeItems(List<Object> keys) {
    long removed = keys.stream().filter(key -> audit.remove((String) key)).count();
    LOG.info(() -> removed + " of " + keys.size() + " orphaned files removed");
  }
}
