package dev.easel.adapter.vision.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.adapter.vision.Photographs;
import dev.easel.domain.vision.ContentScore;
import dev.easel.domain.vision.Detection;
import dev.easel.domain.vision.Region;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found in photographs, and how safe they are. */
class DetectorsTest {

  @Test
  void theOneFaceIsFoundWhereItIs() {
    List<Detection> faces = House.faces().faces(Photographs.of("astronaut"));

    assertThat(faces).singleElement().satisfies(DetectorsTest::isTheAstronautsFace);
  }

  @Test
  void twoPeopleHaveTwoFaces() {
    BufferedImage face = Photographs.of("astronaut").getSubimage(60, 0, 240, 200);
    BufferedImage two = new BufferedImage(480, 200, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = two.createGraphics();
    graphics.drawImage(face, 0, 0, null);
    graphics.drawImage(face, 480, 0, 240, 200, 0, 0, 240, 200, null);
    graphics.dispose();

    assertThat(House.faces().faces(two)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"coffee", "rocket"})
  void thingsHaveNoFace(String name) {
    assertThat(House.faces().faces(Photographs.of(name))).isEmpty();
  }

  @Test
  void thePersonIsFound() {
    assertThat(labels("astronaut")).startsWith("person");
  }

  @Test
  void theCupIsFound() {
    assertThat(labels("coffee")).startsWith("cup");
  }

  @Test
  void theCatIsAmongWhatIsFound() {
    assertThat(labels("chelsea")).contains("cat");
  }

  @ParameterizedTest
  @ValueSource(strings = {"astronaut", "coffee", "chelsea", "rocket"})
  void safePhotographsScoreSafe(String name) {
    ContentScore score = House.scorer().score(Photographs.of(name));

    assertThat(score.nsfw()).isLessThan(0.3);
    assertThat(score.neutral()).isGreaterThan(0.5);
    assertThat(score.drawing() + score.hentai() + score.neutral() + score.porn() + score.sexy())
        .isBetween(0.999, 1.001);
  }

  private static List<String> labels(String name) {
    return House.objects().objects(Photographs.of(name)).stream().map(Detection::label).toList();
  }

  private static void isTheAstronautsFace(Detection face) {
    assertThat(face.label()).isEqualTo("face");
    assertThat(face.box().overlap(new Region(137, 50, 78, 90))).isGreaterThan(0.6);
  }
}
