package dev.easel.batch.run;

import jakarta.batch.api.chunk.listener.AbstractChunkListener;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Leaves the database to others for a while before each chunk. */
@Dependent
@Named
public class ChunkPause extends AbstractChunkListener {

  @Inject
  @ConfigProperty(name = "easel.batch.pause", defaultValue = "PT0S")
  Duration pause;

  @Override
  public void beforeChunk() throws InterruptedException {
    Thread.sleep(pause.toMillis());
  }
}
