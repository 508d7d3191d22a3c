package dev.easel.web.api.v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.easel.domain.generation.Operation;
import dev.easel.domain.shared.FailureException;
import dev.easel.web.api.JsonInput;
import dev.easel.web.api.SentBody;
import dev.easel.web.api.WireJson;
import jakarta.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditBodiesTest {

  private static final String IMAGE = "'image_url':'https://example.org/a.png'";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "IMAGE_TO_IMAGE | init_image | {'prompt':'x'}",
        "IMAGE_TO_IMAGE | init_image | {'init_image':7}",
        "IMAGE_TO_IMAGE | init_image | {'init_image':' '}",
        "IMAGE_TO_IMAGE | strength | {'init_image':'a','strength':1.1}",
        "IMAGE_TO_IMAGE | strength | {'init_image':'a','strength':'0.5'}",
        "IMAGE_TO_IMAGE | preserve | {'init_image':'a','preserve':true}",
        "IMAGE_TO_IMAGE | preserve.colors | {'init_image':'a','preserve':{'colors':1}}",
        "IMAGE_TO_IMAGE | parameters.width | {'init_image':'a','parameters':{'width':1}}",
        "INPAINT | init_image | {'mask_image':'a'}",
        "INPAINT | mask_image | {'init_image':'a'}",
        "INPAINT | mask_blur | {'init_image':'a','mask_image':'a','mask_blur':65}",
        "INPAINT | mask_blur | {'init_image':'a','mask_image':'a','maskBlur':-1}",
        "INPAINT | inpaint_mode | {'init_image':'a','mask_image':'a','inpaint_mode':'none'}",
        "INPAINT | preserve_masked_area | {'init_image':'a','preserve_masked_area':'no'}",
        "FILTERS | image_url | {'filters':[{'type':'invert'}]}",
        "FILTERS | filters | {IMAGE}",
        "FILTERS | filters | {IMAGE,'filters':{}}",
        "FILTERS | filters[0].type | {IMAGE,'filters':[{}]}",
        "FILTERS | filters[1].type | {IMAGE,'filters':[{'type':'invert'},{'type':'nope'}]}",
        "FILTERS | filters[0].radius | {IMAGE,'filters':[{'type':'blur','radius':1000}]}",
        "FILTERS | filters | {IMAGE,'filters':[{'type':'watermark','text':'\\ud800'}]}",
        "FILTERS | output_format | {IMAGE,'filters':[{'type':'invert'}],'output_format':'gif'}",
        "FILTERS | output_quality | {IMAGE,'filters':[{'type':'invert'}],'output_quality':0}",
        "FILTERS | image | {IMAGE,'image':'ast_1','filters':[{'type':'invert'}]}",
        "FILTERS | webhook_url | {IMAGE,'filters':[{'type':'invert'}],'webhook_url':'x'}",
        "REMOVE_BACKGROUND | mode | {IMAGE,'mode':'hide'}",
        "REMOVE_BACKGROUND | output_format | {IMAGE,'output_format':'jpg'}",
        "REMOVE_BACKGROUND | output.format | {IMAGE,'output':{'format':'jpg'}}",
        "REMOVE_BACKGROUND | foreground_threshold | {IMAGE,'foreground_threshold':1}",
        "REMOVE_BACKGROUND | edge_smoothing | {IMAGE,'edge_smoothing':1}",
        "REMOVE_BACKGROUND | background | {IMAGE,'mode':'replace'}",
        "REMOVE_BACKGROUND | background | {IMAGE,'mode':'replace','background':'red'}",
        "REMOVE_BACKGROUND | background.color | {IMAGE,'mode':'replace','background':{'color':'red'}}",
        "REMOVE_BACKGROUND | background.blur | {IMAGE,'mode':'replace','background':{'blur':0}}",
        "REMOVE_BACKGROUND | background | {IMAGE,'mode':'replace','background':{'blur':2,'color':'#000000'}}",
        "UPSCALE | scale_factor | {IMAGE,'scale_factor':5}",
        "UPSCALE | scale_factor | {IMAGE,'scale_factor':2.5}",
        "UPSCALE | denoise_strength | {IMAGE,'denoise_strength':2}",
        "UPSCALE | enhance_faces | {IMAGE,'enhance_faces':'yes'}",
        "UPSCALE | model | {IMAGE,'model':1}",
        "RESTORE | damage | {IMAGE,'damage':'scratches'}",
        "RESTORE | strength | {IMAGE,'strength':-0.1}",
        "ANALYZE | features | {IMAGE,'features':['taste']}",
        "ANALYZE | features | {IMAGE,'features':'tags'}",
        "ANALYZE | metadata | {IMAGE,'metadata':1}",
      })
  void whatIsWrongIsNamed(Operation operation, String field, String body) {
    assertThatThrownBy(() -> read(operation, body.replace("IMAGE", IMAGE), false))
        .asInstanceOf(type(FailureException.class))
        .satisfies(refused -> assertThat(refused.fields()).containsKey(field));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "IMAGE_TO_IMAGE | {'prompt':'x','init_image':'a','preserve':{'mood':true},'colour':1} | preserve.mood | colour",
        "FILTERS | {IMAGE,'filters':[{'type':'blur','sigma':1}],'colour':1} | filters[0].sigma | colour",
        "REMOVE_BACKGROUND | {IMAGE,'mode':'replace','background':{'blur':2,'hue':1},'colour':1} | background.hue | colour",
        "ANALYZE | {IMAGE,'output_format':'png','output':{}} | output_format | output",
      })
  void unknownMembersAreRefusedOnlyWhenAsked(
      Operation operation, String text, String one, String other) {
    String body = text.replace("IMAGE", IMAGE);

    read(operation, body, false);
    assertThatThrownBy(() -> read(operation, body, true))
        .asInstanceOf(type(FailureException.class))
        .satisfies(refused -> assertThat(refused.fields()).containsOnlyKeys(one, other));
  }

  @Test
  void whatWasGivenIsKeptAndPicturesThemselvesAreNot() {
    String inline = "'init_image':'data:image/png;base64,AAAA://'";

    assertThat(given(Operation.IMAGE_TO_IMAGE, "{'init_image':'ast_000000000000000000000000'}"))
        .isEqualTo(WireJson.parse(json("{'init_image':'ast_000000000000000000000000'}")));
    assertThat(given(Operation.IMAGE_TO_IMAGE, "{" + inline + ",'strength':0.5}"))
        .isEqualTo(WireJson.parse(json("{'strength':0.5}")));
    assertThat(given(Operation.UPSCALE, "{" + IMAGE + ",'scaleFactor':2,'model':'lanczos'}"))
        .isEqualTo(WireJson.parse(json("{" + IMAGE + ",'model':'lanczos','scale_factor':2}")));
  }

  @Test
  void theExamplesOfTheSeedAreTaken() {
    read(
        Operation.IMAGE_TO_IMAGE,
        """
        {'init_image':'https://example.com/source-image.jpg','prompt':'x','strength':0.75,
         'model':'stable-diffusion-xl','parameters':{'width':1024,'height':1024,'num_outputs':2,
         'num_inference_steps':50,'guidance_scale':7.5},
         'preserve':{'structure':true,'colors':false,'style':false}}""",
        true);
    read(
        Operation.INPAINT,
        """
        {'init_image':'https://example.com/original.jpg','mask_image':'https://example.com/mask.png',
         'prompt':'x','model':'stable-diffusion-xl-inpaint','parameters':{'num_inference_steps':50},
         'inpaint_mode':'original','mask_blur':4,'preserve_masked_area':false}""",
        true);
    read(
        Operation.FILTERS,
        """
        {'image_url':'https://example.com/image.jpg','filters':[{'type':'brightness','value':1.2},
         {'type':'contrast','value':1.1},{'type':'blur','radius':5},
         {'type':'artistic','style':'oil_painting','intensity':0.7}],
         'output_format':'png','preserve_metadata':true}""",
        true);
    read(
        Operation.REMOVE_BACKGROUND,
        """
        {'image_url':'https://example.com/portrait.jpg','mode':'remove','output_format':'png',
         'edge_smoothing':true,'foreground_threshold':0.5}""",
        true);
    read(
        Operation.UPSCALE,
        """
        {'image_url':'https://example.com/low_res.jpg','scale_factor':4,'model':'real-esrgan',
         'enhance_faces':true,'denoise_strength':0.5}""",
        true);
  }

  @Test
  void aFileTakesThePlaceOfItsMember() {
    SentBody sent =
        new SentBody(
            JsonInput.of(WireJson.parse("{\"prompt\":\"x\"}"), "hash"),
            Map.of("init_image", new byte[] {1}));

    assertThat(OrderBody.read(Operation.IMAGE_TO_IMAGE, sent, true).given()).isEqualTo("{}");
  }

  private static JsonObject given(Operation operation, String body) {
    return WireJson.parse(read(operation, body, true).given());
  }

  private static OrderBody read(Operation operation, String body, boolean strict) {
    JsonObject object = WireJson.parse(json(body));
    return OrderBody.read(operation, SentBody.of(JsonInput.of(object, "hash")), strict);
  }

  private static String json(String singleQuoted) {
    return singleQuoted.replace('\'', '"');
  }
}
