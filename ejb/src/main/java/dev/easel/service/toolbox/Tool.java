package dev.easel.service.toolbox;

import dev.easel.domain.generation.Operation;
import dev.easel.domain.provider.RenderOutcome;

/** Does one kind of work on an image. One instance serves all threads. */
interface Tool {

  Operation operation();

  /**
   * @throws java.util.concurrent.CancellationException when the job says so
   */
  RenderOutcome.Completed run(ToolJob job);
}
