package dev.easel.service.node;

import dev.easel.domain.workflow.Servability;
import dev.easel.domain.workflow.WorkflowNeeds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Tells workflows whether a node of the fleet could ever serve them. */
@ApplicationScoped
public class FleetServability implements Servability {

  @Inject Fleet fleet;

  @Override
  public boolean canServe(String modelId, WorkflowNeeds needs) {
    return fleet.prospect(modelId, needs).ever();
  }
}
