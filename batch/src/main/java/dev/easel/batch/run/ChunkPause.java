package dev.easel.batch.run;

import dev.easel.service.batch.BatchDispatch;
import jakarta.batch.api.chunk.listener.AbstractChunkListener;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Leaves the database to others for a while before each chunk. */
@Dependent
@Named
public class ChunkPause extends AbstractChunkListener {

  @Inject BatchDispatch dispatch;

  @Override
  public void beforeChunk() throws InterruptedException {
    Thread.sleep(dispatch.pause().toMillis());
  }
}
