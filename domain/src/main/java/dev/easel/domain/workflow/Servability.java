package dev.easel.domain.workflow;

/**
 * Whether any node could serve a workflow. Answered from what is known of the nodes, so it is cheap
 * enough to be asked of every workflow every few seconds.
 */
public interface Servability {

  /**
   * True if a registered node that may serve the model has all that is needed, also while it is
   * busy or down for the moment: the order would wait for it.
   */
  boolean canServe(String modelId, WorkflowNeeds needs);
}
