package dev.easel.domain.workflow;

/**
 * What a graph can be asked for, beyond what its model allows.
 *
 * @param edgeMultiple edges are multiples of so many pixels; others are rounded
 * @param mostImages of one run; more are refused
 * @param mostSteps more are cut, since they would only be waste
 * @param upscaleFactor what the enlarging network of the graph does by itself; 1 if there is none
 */
public record WorkflowLimits(int edgeMultiple, int mostImages, int mostSteps, int upscaleFactor) {

  public static final WorkflowLimits USUAL = new WorkflowLimits(8, 10, 10_000, 1);

  /** The nearest edge the graph can make, at least one multiple. */
  public int edge(int wanted) {
    int nearest = Math.round(wanted / (float) edgeMultiple) * edgeMultiple;
    return Math.max(edgeMultiple, nearest);
  }
}
