package dev.easel.adapter.provider.a1111;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.adapter.provider.WireHarvest.Found;
import dev.easel.domain.provider.JobFault;
import dev.easel.domain.provider.Observation;
import org.junit.jupiter.api.Test;

class WebUiAnswerTest {

  @Test
  void theTextBesideTheImagesIsJsonItself() {
    WebUiAnswer answer =
        new WebUiAnswer(
            """
            {"images": ["grid", "a", "b", "mask"], "parameters": {},
             "info": "{\\"all_seeds\\": [4294967295, 3], \\"index_of_first_image\\": 1}"}
            """);

    assertThat(answer.images(0)).containsExactly(new Found("a", 4294967295L), new Found("b", 3));
    assertThat(answer.observation("any")).isEqualTo(new Observation.Finished(2));
  }

  @Test
  void withoutItSeedsAreCountedOn() {
    WebUiAnswer answer = new WebUiAnswer("{\"images\": [\"a\", \"b\"], \"info\": \"\"}");

    assertThat(answer.images(7)).containsExactly(new Found("a", 7), new Found("b", 8));
  }

  @Test
  void whatIsNoAnswerIsNoImage() {
    assertThat(new WebUiAnswer("<html>").observation(""))
        .isEqualTo(
            new Observation.Failed(
                JobFault.of(JobFault.Kind.WRONG_RESULT, "The node gave no image")));
  }
}
