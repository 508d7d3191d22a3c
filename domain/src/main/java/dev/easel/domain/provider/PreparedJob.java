package dev.easel.domain.provider;

import java.util.List;

/**
 * A job that is ready to be sent to a node, its workflow filled.
 *
 * @param order what was asked for
 * @param workflow the graph in the language of the node, all values in it; empty for nodes that
 *     take the order itself. Names of output files are left to the adapter
 * @param files sent first; where the workflow has the name of one as a value, the adapter puts the
 *     name the node gave it
 */
public record PreparedJob(RenderOrder order, String workflow, List<JobFile> files) {

  public PreparedJob {
    files = List.copyOf(files);
  }
}
