package dev.easel.service.catalog;

import dev.easel.domain.catalog.CatalogRepository;
import dev.easel.service.provider.JobProviders;
import dev.easel.service.provider.Providers;
import dev.easel.service.workflow.CheckpointRoutes;
import dev.easel.service.workflow.WorkflowReader;
import dev.easel.service.workflow.Workflows;
import java.time.Clock;

/** Puts the catalogue's services together for tests. */
public final class Catalogs {

  private Catalogs() {}

  public static CatalogLoader loader(CatalogRepository stored, Providers providers, boolean demo) {
    return loader(stored, providers, demo, Workflows.none());
  }

  public static CatalogLoader loader(
      CatalogRepository stored, Providers providers, boolean demo, WorkflowReader workflows) {
    return loader(stored, providers, demo, workflows, new JobProviders());
  }

  public static CatalogLoader loader(
      CatalogRepository stored,
      Providers providers,
      boolean demo,
      WorkflowReader workflows,
      JobProviders jobs) {
    CatalogLoader loader = new CatalogLoader();
    loader.workflows = workflows;
    loader.checkpoints = new CheckpointRoutes();
    loader.stored = stored;
    loader.providers = providers;
    loader.jobs = jobs;
    loader.demoRoutes = demo;
    return loader;
  }

  public static CatalogService service(CatalogLoader loader, Clock clock, String defaultModel) {
    CatalogService service = new CatalogService();
    service.loader = loader;
    service.clock = clock;
    service.defaultModel = defaultModel;
    return service;
  }
}
