package dev.easel.web.api.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.easel.domain.catalog.ImageModel;
import dev.easel.domain.catalog.Size;
import dev.easel.domain.generation.Operation;
import dev.easel.domain.generation.ReferenceRole;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Remark;
import dev.easel.web.api.JsonInput;
import jakarta.json.Json;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigTest {

  private static final String ONE = "img_0123456789abcdef01234567_0";
  private static final String OTHER = "img_0123456789abcdef01234567_1";

  private JsonInput body;

  @Test
  void nestedMembersWinAndTheConflictIsTold() {
    ConfigMembers members = members("{'seed': 1, 'params': {'seed': 2}}");

    assertThat(members.with("seed").longInteger("seed")).isEqualTo(2);
    assertThat(members.remarks()).extracting(Remark::code).containsExactly("params_win");
  }

  @Test
  void flatMembersAreReadToo() {
    assertThat(members("{'width': 640}").with("width").integer("width")).isEqualTo(640);
  }

  @Test
  void unknownMembersAreTold() {
    assertThat(members("{'promt': 'x', 'params': {'cfg': 1}}").remarks())
        .extracting(Remark::code)
        .containsExactly("unknown_parameter", "unknown_parameter");
  }

  @Test
  void unknownMembersAreToldInWordsADatabaseTakes() {
    List<Remark> remarks = members("{'a\\u0000b': 1, 'params': {'\\ud83c': 2}}").remarks();

    assertThat(remarks)
        .extracting(Remark::message)
        .containsExactly("'a?b' is not known", "'?' is not known");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'params': {'width': 640, 'height': 480, 'aspect_ratio': '1:1'}} | 640x480",
        "{'params': {'width': 640, 'aspect_ratio': '16:9'}} | 640x360",
        "{'params': {'height': 640}} | 640x640",
        "{'params': {'aspect_ratio': '16:9'}} | 1024x576",
        "{'params': {'aspect_ratio': '9:16', 'quality': 'full_hd'}} | 864x1536",
        "{'params': {'quality': 'sd'}} | 768x768"
      })
  void theFrameFollowsPixelsThenRatioThenQuality(String config, String expected) {
    ConfigMembers members = members(config);
    String quality = members.with("quality").text("quality");

    Size size =
        new Frame(members, new Model(), Optional.empty())
            .size(Optional.ofNullable(quality).flatMap(Quality::parse));

    assertThat(size).hasToString(expected);
  }

  @Test
  void withoutAnyWishTheSizeOfTheSourceIsKept() {
    Frame frame = new Frame(members("{}"), new Model(), Optional.of(new Size(1024, 640)));

    assertThat(frame.size(Optional.empty())).isEqualTo(new Size(1024, 640));
  }

  @Test
  void withoutAnyWishAndSourceTheModelDecides() {
    assertThat(new Frame(members("{}"), new Model(), Optional.empty()).size(Optional.empty()))
        .isNull();
  }

  @Test
  void anImpossibleRatioIsRefused() {
    new Frame(members("{'aspect_ratio': 'wide'}"), new Model(), Optional.empty())
        .size(Optional.empty());

    assertThatThrownBy(body::check)
        .isInstanceOf(FailureException.class)
        .hasMessage("config.aspect_ratio must be like 16:9");
  }

  @Test
  void twoIdsAreSourceAndMask() {
    References references =
        References.of(members("{'references': ['%s', '%s']}".formatted(ONE, OTHER)));

    assertThat(references.operation()).isEqualTo(Operation.INPAINT);
    assertThat(List.of(references.source(), references.mask())).containsExactly(ONE, OTHER);
  }

  @Test
  void uploadedFilesAreReferencesToo() {
    String uploaded = "ast_0123456789abcdef01234567";

    References references = References.of(members("{'references': ['" + uploaded + "']}"));

    body.check();
    assertThat(references.source()).isEqualTo(uploaded);
  }

  @Test
  void aVoiceMakesNoPicture() {
    ConfigMembers members =
        members("{'references': [{'type': 'voice', 'reference_id': 'anything'}]}");

    References references = References.of(members);

    body.check();
    assertThat(references.operation()).isEqualTo(Operation.TEXT_TO_IMAGE);
    assertThat(references.further()).isEmpty();
  }

  @Test
  void typedReferencesSayWhatTheyAre() {
    ConfigMembers members =
        members(
            "{'references': [{'type': 'style', 'strength': 0.7, 'reference_id': '"
                + OTHER
                + "'},"
                + "{'type': 'source', 'reference_id': '"
                + ONE
                + "'}]}");

    References references = References.of(members);

    assertThat(references.operation()).isEqualTo(Operation.IMAGE_TO_IMAGE);
    assertThat(references.further())
        .containsExactly(new References.Further(ReferenceRole.STYLE, OTHER, 0.7));
    assertThat(members.remarks()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'references': [7]}",
        "{'references': ['img_a']}",
        "{'references': ['']}",
        "{'references': ['img_0123456789abcdef01234567_0\\u0000']}",
        "{'references': [{'type': 'source', 'reference_id': '\\ud83c'}]}",
        "{'references': [{'type': 'mask', 'reference_id': 'img_0123456789abcdef01234567_0'}]}",
        "{'references': [{'type': 'style', 'strength': 2, 'reference_id': 'img_0123456789abcdef01234567_0'}]}",
        "{'references': [{'type': 'style', 'strength': '1', 'reference_id': 'img_0123456789abcdef01234567_0'}]}",
        "{'references': [{'type': 'sound', 'reference_id': 'img_0123456789abcdef01234567_0'}]}",
        "{'references': 'img_a'}"
      })
  void referencesThatMeanNothingAreRefused(String config) {
    References.of(members(config));

    assertThatThrownBy(body::check).isInstanceOf(FailureException.class);
  }

  private ConfigMembers members(String config) {
    String text = "{\"config\":" + config.replace('\'', '"') + "}";
    body = JsonInput.of(Json.createReader(new StringReader(text)).readObject(), "00");
    return ConfigMembers.of(body);
  }

  private static final class Model extends ImageModel {
    @Override
    public int maxEdge() {
      return 2048;
    }

    @Override
    public int minEdge() {
      return 64;
    }

    @Override
    public int edgeMultiple() {
      return 8;
    }

    @Override
    public boolean onlyListedSizes() {
      return false;
    }
  }
}
