package dev.easel.web.api.v2.admin;

import dev.easel.domain.workflow.ModelFile;
import dev.easel.domain.workflow.Workflow;
import dev.easel.service.workflow.Finding;
import dev.easel.service.workflow.Plan;
import dev.easel.service.workflow.WorkflowDesk;
import dev.easel.service.workflow.WorkflowReader;
import dev.easel.web.api.WireJson;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Comparator;

/** Workflows as administrators read them. */
final class WorkflowJson {

  private final WorkflowDesk desk;
  private final WorkflowReader reader;

  WorkflowJson(WorkflowDesk desk, WorkflowReader reader) {
    this.desk = desk;
    this.reader = reader;
  }

  /** All but the definition. */
  JsonObjectBuilder summary(Workflow workflow) {
    Plan plan = desk.plan(workflow);
    return WireJson.object()
        .add("id", workflow.id())
        .add("name", workflow.name())
        .add("model", workflow.modelId())
        .add("operation", workflow.operation().wire())
        .add("preference", workflow.preference())
        .add("enabled", workflow.enabled())
        .add("servable", reader.servable(workflow))
        .add("shipped", workflow.shipped())
        .add("edited", workflow.edited())
        .add("checked_at", WireJson.time(workflow.checkedAt()))
        .add("checked_against", WireJson.text(workflow.checkedAgainst()))
        .add("max_images", plan.makesSeveral() ? plan.limits().mostImages() : 1)
        .add("needs", needs(plan))
        .add("version", workflow.version())
        .add("created_at", WireJson.time(workflow.createdAt()))
        .add("updated_at", WireJson.time(workflow.updatedAt()));
  }

  /** With the definition, as it can be sent again. */
  JsonObject whole(Workflow workflow) {
    JsonObjectBuilder whole = summary(workflow);
    WireJson.parse(workflow.definition()).forEach(whole::add);
    return whole.build();
  }

  JsonObject checked(WorkflowDesk.Checked checked) {
    return WireJson.object()
        .add("passed", checked.passed())
        .add("checked_against", checked.against())
        .add("findings", WireJson.array(checked.findings(), WorkflowJson::finding))
        .add("workflow", summary(checked.workflow()))
        .build();
  }

  private static JsonObjectBuilder finding(Finding finding) {
    return WireJson.object()
        .add("severity", finding.grave() ? "error" : "warning")
        .add("code", finding.code())
        .add("node", WireJson.text(finding.node()))
        .add("input", WireJson.text(finding.input()))
        .add("message", finding.message());
  }

  private static JsonObjectBuilder needs(Plan plan) {
    return WireJson.object()
        .add("classes", WireJson.array(plan.needs().classes().stream().sorted().toList()))
        .add(
            "files",
            WireJson.array(
                plan.needs().files().stream()
                    .sorted(Comparator.comparing(ModelFile::folder).thenComparing(ModelFile::name))
                    .toList(),
                file -> WireJson.object().add("folder", file.folder()).add("name", file.name())));
  }
}
