package dev.easel.web.api.v2.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.domain.catalog.Capability;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.workflow.Parameter;
import dev.easel.domain.workflow.Workflow;
import dev.easel.web.api.JsonInput;
import dev.easel.web.api.WireJson;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkflowBodyTest {

  private static final String REST = "'name':'Mine','model':'m','operation':'text-to-image'";

  @Test
  void readsAWorkflow() {
    WorkflowBody body =
        body(
            "{'id':'mine','version':3,'preference':5,'graph':{'1':{}},'files':{'vae':'x'},"
                + REST
                + "}");

    assertThat(body.id()).isEqualTo("mine");
    assertThat(body.version()).contains(3L);
    assertThat(body.terms())
        .isEqualTo(
            new Workflow.Terms(
                "Mine",
                "m",
                Capability.TEXT_TO_IMAGE,
                5,
                "{\"files\":{\"vae\":\"x\"},\"graph\":{\"1\":{}}}"));
  }

  @Test
  void whatHasNoIdGetsOne() {
    assertThat(body("{" + REST + "}").id()).startsWith("wf_");
    assertThat(body("{" + REST + "}").terms().preference()).isEqualTo(100);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'model':'m','operation':'text-to-image'} | name",
        "{'name':' ','model':'m','operation':'text-to-image'} | name",
        "{'name':'x','operation':'text-to-image'} | model",
        "{'name':'x','model':'m'} | operation",
        "{'name':'x','model':'m','operation':'outpainting'} | operation",
        "{'name':'x','model':'m','operation':'sculpt'} | operation",
        "{R,'preference':-1} | preference",
        "{R,'preference':'first'} | preference",
        "{R,'id':'Mine'} | id",
        "{R,'id':''} | id",
        "{R,'price':1} | price"
      })
  void refusesWhatIsNoWorkflow(String json, String field) {
    FailureException refusal =
        catchThrowableOfType(
            FailureException.class,
            () -> {
              WorkflowBody body = body(json.replace("{R", "{" + REST));
              body.id();
              body.terms();
            });

    assertThat(refusal.fields()).containsKey(field);
  }

  @Test
  void aGraphHasALargestSize() {
    String words = "x".repeat(Workflow.LONGEST_DEFINITION);
    WorkflowBody body = body("{'graph':{'1':'" + words + "'}," + REST + "}");

    assertThat(catchThrowableOfType(FailureException.class, body::terms).fields())
        .containsOnlyKeys("graph");
  }

  @Test
  void filesAreChosenByBinding() {
    WorkflowFilesBody body =
        new WorkflowFilesBody(input("{'files':{'checkpoint':'x.safetensors'},'version':2}"));

    assertThat(body.files()).isEqualTo(Map.of(Parameter.CHECKPOINT, "x.safetensors"));
    assertThat(body.version()).contains(2L);
    assertThat(filesRefusal("{'files':{}}")).containsOnlyKeys("files");
    assertThat(filesRefusal("{'files':{'prompt':'x'}}")).containsKey("files.prompt");
    assertThat(filesRefusal("{'files':{'vae':1}}")).containsKey("files.vae");
  }

  @Test
  void aCheckIsAgainstANodeOrADocument() {
    assertThat(new WorkflowCheckBody(null).objectInfo()).isEmpty();
    assertThat(new WorkflowCheckBody(input("{'node':'attic'}")).node()).contains("attic");
    assertThat(new WorkflowCheckBody(input("{'object_info':{'A':{}}}")).objectInfo()).isPresent();
    assertThat(
            catchThrowableOfType(
                    FailureException.class,
                    () -> new WorkflowCheckBody(input("{'node':'attic','object_info':{}}")))
                .fields())
        .containsOnlyKeys("node");
  }

  private static Map<String, String> filesRefusal(String json) {
    return catchThrowableOfType(FailureException.class, () -> new WorkflowFilesBody(input(json)))
        .fields();
  }

  private static WorkflowBody body(String json) {
    return new WorkflowBody(input(json));
  }

  private static JsonInput input(String json) {
    return JsonInput.of(WireJson.parse(json.replace('\'', '"')), "hash");
  }
}
