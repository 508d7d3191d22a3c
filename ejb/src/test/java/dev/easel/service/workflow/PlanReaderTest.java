package dev.easel.service.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.domain.catalog.Capability;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.workflow.ModelFile;
import dev.easel.domain.workflow.Parameter;
import dev.easel.domain.workflow.Slot;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanReaderTest {

  private static final String GRAPH =
      "'graph':{'1':{'class_type':'EmptyImage','inputs':{'width':64,'height':64,'batch_size':1,"
          + "'color':0}},'9':{'class_type':'SaveImage','inputs':{'images':['1',0],"
          + "'filename_prefix':'x'}}}";

  @Test
  void readsWhereValuesGo() {
    Plan plan =
        read(
            "{"
                + GRAPH
                + ",'bindings':{'width':{'node':'1','input':'width'},"
                + "'height':[{'node':'1','input':'height'}],"
                + "'batch':{'node':'1','input':'batch_size'}},"
                + "'limits':{'edge_multiple':32,'max_images':4,'max_steps':8}}");

    assertThat(plan.slots(Parameter.WIDTH)).containsExactly(new Slot("1", "width"));
    assertThat(plan.limits().edge(100)).isEqualTo(96);
    assertThat(plan.limits().edge(3)).isEqualTo(32);
    assertThat(plan.limits().mostImages()).isEqualTo(4);
    assertThat(plan.limits().mostSteps()).isEqualTo(8);
    assertThat(plan.makesSeveral()).isTrue();
    assertThat(plan.behind("batch_size")).contains(Parameter.BATCH);
    assertThat(plan.behind("color")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | graph",
        "{'graph':[]} | graph",
        "{'graph':{}} | graph",
        "{'graph':{'nodes':[],'links':[]}} | graph",
        "{'graph':{'1':7}} | graph.1",
        "{'graph':{'1':{'inputs':{}}}} | graph.1.class_type",
        "{'graph':{'1':{'class_type':' ','inputs':{}}}} | graph.1.class_type",
        "{'graph':{'1':{'class_type':'A'}}} | graph.1.inputs",
        "{'graph':{'1':{'class_type':'A','inputs':{},'mode':4}}} | graph.1",
        "{'graph':{'a b':{'class_type':'A','inputs':{}}}} | graph",
        "{'graph':{'1':{'class_type':'A','inputs':{'x':['2',0]}}}} | graph.1.inputs.x",
        "{'graph':{'1':{'class_type':'A','inputs':{'x':['1',0]}}}} | graph",
        "{'graph':{'1':{'class_type':'A','inputs':{'x':['2',0]}},"
            + "'2':{'class_type':'A','inputs':{'x':['1',0]}}}} | graph",
        "{G,'extra':1} | extra",
        "{G,'bindings':{'colour':{'node':'1','input':'color'}}} | bindings.colour",
        "{G,'bindings':{'seed':'1.color'}} | bindings.seed",
        "{G,'bindings':{'seed':[]}} | bindings.seed",
        "{G,'bindings':{'seed':{'node':1,'input':'color'}}} | bindings.seed",
        "{G,'bindings':{'seed':{'node':'7','input':'color'}}} | bindings.seed",
        "{G,'bindings':{'seed':{'node':'1','input':'colour'}}} | bindings.seed",
        "{G,'bindings':{'prompt':{'node':'1','input':'color'}}} | bindings.prompt",
        "{G,'bindings':{'prompt':{'node':'9','input':'images'}}} | bindings.prompt",
        "{G,'bindings':{'width':{'node':'1','input':'width'}}} | bindings",
        "{G,'bindings':{'seed':{'node':'1','input':'color'},'steps':{'node':'1','input':'color'}}}"
            + " | bindings.steps",
        "{G,'bindings':{'init_image':{'node':'9','input':'filename_prefix'}}} | bindings.init_image",
        "{G,'bindings':{'mask':{'node':'9','input':'filename_prefix'}}} | bindings.mask",
        "{G,'repeat_from':['7',0]} | repeat_from",
        "{G,'repeat_from':'1'} | repeat_from",
        "{G,'repeat_from':['1',0],'bindings':{'batch':{'node':'1','input':'batch_size'}}}"
            + " | repeat_from",
        "{G,'repeat_images':[{'node':'1','input':'width'}]} | repeat_images[0]",
        "{G,'limits':{'edge_multiple':0}} | limits.edge_multiple",
        "{G,'limits':{'edge_multiple':8.5}} | limits.edge_multiple",
        "{G,'limits':{'max_images':65}} | limits.max_images",
        "{G,'limits':{'most':1}} | limits",
        "{G,'scheduler':'fast'} | scheduler",
        "{G,'inputs':'stretch'} | inputs",
        "{G,'files':{'checkpoint':'x'}} | files.checkpoint",
        "{G,'files':{'checkpoint':'../../x'}} | files.checkpoint",
        "{G,'repeat_from':['1',4294967296]} | repeat_from",
        "{'graph':{'1':{'class_type':'A','inputs':{}},"
            + "'2':{'class_type':'A','inputs':{'x':['1',0.5]}}}} | graph.2.inputs.x",
        "{G,'loras':{'use':[]}} | loras.model",
        "{G,'loras':{'model':['1',0],'use':[{'file':'../x'}]}} | loras.use[0]",
        "{G,'loras':{'model':['1',0],'use':[{'file':'x','strength':101}]}} | loras.use[0]"
      })
  void refusesWhatDoesNotFitTogether(String json, String field) {
    FailureException refusal =
        catchThrowableOfType(FailureException.class, () -> read(json.replace("{G", "{" + GRAPH)));

    assertThat(refusal.fields()).containsKey(field);
  }

  @ParameterizedTest
  @CsvSource({"a/b.safetensors, true", "../b, false", "../../b, false", "/b, false", "' ', false"})
  void filesAreNamedBelowTheirFolder(String name, boolean fine) {
    assertThat(PlanReader.isFileName(name)).isEqualTo(fine);
  }

  @Test
  void aMaskNeedsAnImageToLieOn() {
    FailureException refusal =
        catchThrowableOfType(
            FailureException.class,
            () -> PlanReader.read(Capability.INPAINTING, json("{" + GRAPH + "}")));

    assertThat(refusal.fields()).containsOnlyKeys("bindings.init_image", "bindings.mask");
  }

  @Test
  void lorasAreLaidOneOverTheOther() {
    Plan plan = withLoras("sdxl-text", "'clip':['4',1],");
    JsonObject graph = plan.graph();

    assertThat(Graphs.inputs(graph, "3").get("model")).hasToString("[\"11\",0]");
    assertThat(Graphs.inputs(graph, "6").get("clip")).hasToString("[\"11\",1]");
    assertThat(Graphs.inputs(graph, "11").get("model")).hasToString("[\"10\",0]");
    assertThat(Graphs.inputs(graph, "11").getString("lora_name")).isEqualTo("ink.safetensors");
    assertThat(Graphs.inputs(graph, "10").get("clip")).hasToString("[\"4\",1]");
    assertThat(Graphs.inputs(graph, "10").get("strength_clip")).hasToString("0.8");
    assertThat(Graphs.inputs(graph, "8").get("vae")).hasToString("[\"4\",2]");
    assertThat(plan.needs().files()).contains(new ModelFile("loras", "style.safetensors"));
    assertThat(GraphCheck.check(plan, Workflows.recorded())).noneMatch(Finding::grave);
  }

  @Test
  void lorasOfNetworksWithoutTextAreLaidOverTheModelOnly() {
    Plan plan = withLoras("sdxl-text", "");

    assertThat(Graphs.nodeClass(plan.graph(), "10")).isEqualTo("LoraLoaderModelOnly");
    assertThat(Graphs.inputs(plan.graph(), "6").get("clip")).hasToString("[\"4\",1]");
  }

  private static Plan withLoras(String id, String clip) {
    JsonObject definition = Graphs.parse(Workflows.shipped().find(id).orElseThrow().definition());
    JsonObject loras =
        json(
            "{'model':['4',0],"
                + clip
                + "'use':[{'file':'style.safetensors','strength':0.8},{'file':'ink.safetensors'}]}");
    return PlanReader.read(
        Capability.TEXT_TO_IMAGE,
        Graphs.JSON.createObjectBuilder(definition).add("loras", loras).build());
  }

  private static Plan read(String json) {
    return PlanReader.read(Capability.TEXT_TO_IMAGE, json(json));
  }

  private static JsonObject json(String json) {
    return Graphs.parse(json.replace('\'', '"'));
  }
}
