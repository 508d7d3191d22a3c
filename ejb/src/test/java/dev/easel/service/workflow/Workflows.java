package dev.easel.service.workflow;

import dev.easel.domain.workflow.Servability;
import dev.easel.domain.workflow.Workflow;
import dev.easel.domain.workflow.WorkflowRepository;
import dev.easel.fake.InMemoryWorkflows;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Puts the services of workflows together for tests. */
public final class Workflows {

  private Workflows() {}

  public static WorkflowReader none() {
    return reader(new InMemoryWorkflows());
  }

  public static WorkflowReader reader(WorkflowRepository stored, Servability... fleet) {
    WorkflowReader reader = new WorkflowReader();
    reader.workflows = stored;
    reader.plans = new PlanCache();
    reader.fleet = List.of(fleet);
    return reader;
  }

  /** All of the release. */
  public static InMemoryWorkflows shipped() {
    InMemoryWorkflows stored = new InMemoryWorkflows();
    ShippedWorkflow.all().forEach(one -> stored.add(one.stored(Instant.EPOCH)));
    return stored;
  }

  static Plan plan(String id) {
    Workflow workflow = shipped().find(id).orElseThrow();
    return PlanReader.read(workflow.operation(), workflow.definition());
  }

  /** Declarations recorded from a real server: those of the classes the graphs are made of. */
  static JsonObject recorded() {
    return Graphs.parse(resource("/comfyui/object_info_subset.json"));
  }

  static String resource(String name) {
    try (InputStream stream = Workflows.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
