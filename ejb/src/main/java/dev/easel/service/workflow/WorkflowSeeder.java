package dev.easel.service.workflow;

import dev.easel.domain.workflow.WorkflowRepository;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.logging.Logger;

/**
 * Adds the workflows of the release that the database lacks, and renews those no administrator
 * edited.
 */
@Singleton
@Startup
@DependsOn("CatalogSeeder")
public class WorkflowSeeder {

  private static final Logger LOG = Logger.getLogger(WorkflowSeeder.class.getName());

  @Inject WorkflowRepository workflows;
  @Inject Clock clock;

  @PostConstruct
  void seed() {
    long changed = ShippedWorkflow.all().stream().filter(this::brought).count();
    workflows.flush();
    LOG.info(() -> "Workflows: " + changed + " of the release added or renewed");
  }

  private boolean brought(ShippedWorkflow shipped) {
    return workflows
        .find(shipped.id())
        .map(known -> known.upgrade(shipped.terms(), clock.instant()))
        .orElseGet(() -> added(shipped));
  }

  private boolean added(ShippedWorkflow shipped) {
    workflows.add(shipped.stored(clock.instant()));
    return true;
  }
}
