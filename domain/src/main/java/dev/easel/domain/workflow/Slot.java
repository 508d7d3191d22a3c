package dev.easel.domain.workflow;

/**
 * A place in a graph where a value goes.
 *
 * @param node id of a node of the graph
 * @param input name of one of its inputs
 */
public record Slot(String node, String input) {

  @Override
  public String toString() {
    return node + "." + input;
  }
}
