package dev.easel.service.generation;

import dev.easel.service.workflow.WorkflowReader;

/** What providers make of further images, for tests. */
final class GivenReferences {

  private GivenReferences() {}

  static References by(WorkflowReader workflows) {
    References made = new References();
    made.workflows = workflows;
    return made;
  }
}
