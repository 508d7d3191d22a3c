package dev.easel.adapter.vision.opencv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.adapter.vision.Photographs;
import dev.easel.adapter.vision.TestSettings;
import dev.easel.domain.editing.filter.ArtStyle;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OpenCvArtistTest {

  private final OpenCvArtist artist = new OpenCvArtist();

  @BeforeEach
  void wire() {
    artist.settings = TestSettings.defaults();
    artist.openCv = TestOpenCv.OPEN_CV;
    artist.open();
  }

  @ParameterizedTest
  @EnumSource(ArtStyle.class)
  void everyLookKeepsTheSizeAndChangesThePicture(ArtStyle style) {
    BufferedImage photograph = Photographs.of("coffee");

    BufferedImage painted = artist.paint(photograph, style);

    assertThat(painted.getWidth()).isEqualTo(photograph.getWidth());
    assertThat(painted.getHeight()).isEqualTo(photograph.getHeight());
    assertThat(Photographs.psnr(photograph, painted)).isBetween(3.0, 40.0);
  }
}
