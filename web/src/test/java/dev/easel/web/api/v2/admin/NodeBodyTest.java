package dev.easel.web.api.v2.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.domain.shared.FailureException;
import dev.easel.service.node.NodeWish;
import dev.easel.web.api.JsonInput;
import dev.easel.web.api.WireJson;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeBodyTest {

  @Test
  void readsAllThereIsToSay() {
    assertThat(
            wish(
                "{'name':'gpu-1','kind':'comfyui','url':'http://gpu-1:8188','labels':{'a/b':'c d'},"
                    + "'models':['flux'],'headers':{'Authorization':'Bearer x'},"
                    + "'tlsIdentity':'fleet','max_in_flight':3}"))
        .isEqualTo(
            new NodeWish(
                Optional.of("gpu-1"),
                Optional.of("comfyui"),
                Optional.of("http://gpu-1:8188"),
                Optional.of(Map.of("a/b", "c d")),
                Optional.of(Set.of("flux-schnell")),
                Optional.of(Map.of("Authorization", "Bearer x")),
                Optional.of("fleet"),
                Optional.of(3)));
  }

  @Test
  void whatIsAbsentIsLeftOpenAndNullTakesItAway() {
    assertThat(wish("{}")).isEqualTo(nothing(Optional.empty()));
    assertThat(wish("{'labels':null,'models':null,'headers':null,'tls_identity':null}"))
        .isEqualTo(
            new NodeWish(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Map.of()),
                Optional.of(Set.of()),
                Optional.of(Map.of()),
                Optional.of(""),
                Optional.empty()));
    assertThat(wish("{'models':[]}").models()).contains(Set.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'name':''                            | name",
        "'name':'a b'                         | name",
        "'name':'../x'                        | name",
        "'url':7                              | url",
        "'labels':{'a=b':'c'}                 | labels",
        "'labels':{'a':1}                     | labels",
        "'labels':{'a':'b\\nc'}               | labels",
        "'models':['nobody-has-it']           | models",
        "'models':'flux'                      | models",
        "'headers':{'a b':'c'}                | headers",
        "'headers':{'a':'b\\r\\nHost: evil'}  | headers",
        "'headers':{'a':' b'}                 | headers",
        "'headers':{'a':'\\u00e9'}            | headers",
        "'headers':{'Host':'b'}               | headers",
        "'headers':['a']                      | headers",
        "'tls_identity':'../secret'           | tls_identity",
        "'max_in_flight':0                    | max_in_flight",
        "'max_in_flight':17                   | max_in_flight",
        "'max_in_flight':1.5                  | max_in_flight",
        "'color':'red'                        | color"
      })
  void namesWhatIsWrong(String member, String field) {
    FailureException failure =
        catchThrowableOfType(FailureException.class, () -> wish("{" + member + "}"));

    assertThat(failure.fields()).containsOnlyKeys(field);
  }

  @Test
  void neverRepeatsTheValueOfAHeader() {
    FailureException failure =
        catchThrowableOfType(
            FailureException.class, () -> wish("{'headers':{'Authorization':'top\\tsecret'}}"));

    assertThat(failure.getMessage() + failure.fields()).doesNotContain("secret");
  }

  private static NodeWish nothing(Optional<String> name) {
    return new NodeWish(
        name,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static NodeWish wish(String json) {
    JsonInput sent = JsonInput.of(WireJson.parse(json.replace('\'', '"')), "hash");
    return new NodeBody(
            sent, name -> Optional.of(name).filter("flux"::equals).map(found -> "flux-schnell"))
        .wish();
  }
}
