package dev.easel.service.generation;

import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.Reference;
import dev.easel.service.workflow.WorkflowReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Says which further images of an order its provider makes use of. */
@ApplicationScoped
class References {

  @Inject WorkflowReader workflows;

  /**
   * A tool takes what it is given; of models, those of nodes whose graph has a place for images.
   *
   * @param adapter of the route
   * @param upstreamId of the route
   */
  List<Reference> taken(Generation generation, String adapter, String upstreamId) {
    List<Reference> given = generation.edit().references();
    return generation.operation().isProcess() ? given : workflows.taken(adapter, upstreamId, given);
  }
}
