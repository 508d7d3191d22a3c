package dev.easel.web.api.v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.easel.domain.shared.FailureException;
import dev.easel.web.api.JsonInput;
import dev.easel.web.api.SentBody;
import dev.easel.web.api.WireJson;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextToImageBodyTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "prompt                    | {'prompt':1}",
        "negative_prompt           | {'negative_prompt':[]}",
        "model                     | {'model':false}",
        "parameters                | {'parameters':[]}",
        "parameters.width          | {'parameters':{'width':60}}",
        "parameters.width          | {'parameters':{'width':2056}}",
        "parameters.height         | {'parameters':{'height':65}}",
        "parameters.height         | {'parameters':{'height':'64'}}",
        "parameters.num_outputs    | {'parameters':{'num_outputs':0}}",
        "parameters.num_outputs    | {'parameters':{'numOutputs':5}}",
        "parameters.num_inference_steps | {'parameters':{'num_inference_steps':1.5}}",
        "parameters.guidance_scale | {'parameters':{'guidance_scale':'7'}}",
        "parameters.seed           | {'parameters':{'seed':9223372036854775807}}",
        "parameters.seed           | {'parameters':{'seed':1e400}}",
        "parameters.sampler        | {'parameters':{'sampler':7}}",
        "style.lighting            | {'style':{'lighting':1}}",
        "output.format             | {'output':{'format':'gif'}}",
        "output.quality            | {'output':{'quality':'high'}}",
        "output.return_type        | {'output':{'return_type':'zip'}}",
        "webhook_url               | {'webhook_url':'ftp://example.com'}",
        "webhook_url               | {'webhook_url':'https://user:word@example.com'}",
        "webhook_url               | {'webhook_url':'/hook'}",
        "webhook_url               | {'webhook_url':'https:///hook'}",
        "metadata                  | {'metadata':'x'}",
        "metadata                  | {'metadata':{'a':'\\ud800'}}",
      })
  void whatIsWrongIsNamed(String field, String body) {
    assertThatThrownBy(() -> read(body, false))
        .asInstanceOf(type(FailureException.class))
        .satisfies(refused -> assertThat(refused.fields()).containsKey(field));
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "jpeg", "webp", "PNG"})
  void everyFormatOfTheSeedIsTaken(String format) {
    read("{'output':{'format':'%s'}}".formatted(format), true);
  }

  @Test
  void whatWasGivenIsKeptByItsPrintedNames() {
    TextToImageBody body =
        read("{'prompt':'x','parameters':{'numOutputs':2,'seed':7},'output':{'quality':80}}", true);

    assertThat(WireJson.parse(body.given()))
        .isEqualTo(
            WireJson.parse(
                json("{'parameters':{'num_outputs':2,'seed':7},'output':{'quality':80}}")));
  }

  @Test
  void unknownMembersAreRefusedOnlyWhenAsked() {
    String body = "{'prompt':'x','colour':1,'parameters':{'cfg':7}}";

    read(body, false);
    assertThatThrownBy(() -> read(body, true))
        .asInstanceOf(type(FailureException.class))
        .satisfies(
            refused -> assertThat(refused.fields()).containsOnlyKeys("colour", "parameters.cfg"));
  }

  @Test
  void metadataOfSixteenKilobytesIsTheMost() {
    String rest = "x".repeat(16 * 1024 - "{\"a\":\"\"}".length());

    assertThat(read("{'metadata':{'a':'" + rest + "'}}", false).metadata()).hasSize(16 * 1024);
    assertThatThrownBy(() -> read("{'metadata':{'a':'" + rest + "x'}}", false))
        .isInstanceOf(FailureException.class);
  }

  @Test
  void bothWordsForContentInsideAreUnderstood() {
    assertThat(wantsContent("{'output':{'return_type':'base64'}}")).isTrue();
    assertThat(wantsContent("{'output':{'return_type':'b64_json'}}")).isTrue();
    assertThat(wantsContent("{'output':{'return_type':'url'}}")).isFalse();
    assertThat(wantsContent("{}")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"'base64'", "['base64']", "null", "7", "{'return_type':1}"})
  void anOutputOfAnotherKindWantsNothingInside(String output) {
    assertThat(wantsContent("{'output':" + output + "}")).isFalse();
  }

  private static boolean wantsContent(String given) {
    return OutputMembers.wantsContent(WireJson.parse(json(given)));
  }

  private static TextToImageBody read(String body, boolean strict) {
    JsonObject object = WireJson.parse(json(body));
    return new TextToImageBody(SentBody.of(JsonInput.of(object, "hash")), strict);
  }

  private static String json(String singleQuoted) {
    return singleQuoted.replace('\'', '"');
  }
}
