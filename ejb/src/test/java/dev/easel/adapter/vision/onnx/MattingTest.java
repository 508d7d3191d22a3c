package dev.easel.adapter.vision.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.adapter.vision.Photographs;
import dev.easel.adapter.vision.Pictures;
import dev.easel.domain.vision.Matting;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

/** Background removal on photographs, against outlines drawn by hand. */
class MattingTest {

  private final Matting matting = House.matting();

  @Test
  void thePersonIsTheSubject() {
    Polygon outline =
        new Polygon(
            new int[] {140, 175, 205, 235, 222, 240, 250, 280, 330, 385, 398, 20, 25, 90, 95, 140},
            new int[] {20, 12, 22, 60, 105, 160, 195, 220, 265, 320, 399, 399, 240, 175, 140, 100},
            16);

    assertThat(agreement(Photographs.of("astronaut"), outline)).isGreaterThan(0.8);
  }

  @Test
  void theCupOnItsSaucerIsTheSubject() {
    assertThat(agreement(Photographs.of("coffee"), new Ellipse2D.Double(62, 15, 322, 293)))
        .isGreaterThan(0.8);
  }

  @Test
  void theMaskHasTheSizeOfThePicture() {
    BufferedImage wide = Photographs.of("rocket").getSubimage(0, 100, 400, 37);

    BufferedImage mask = matting.alpha(wide);

    assertThat(mask.getType()).isEqualTo(BufferedImage.TYPE_BYTE_GRAY);
    assertThat(mask.getWidth()).isEqualTo(400);
    assertThat(mask.getHeight()).isEqualTo(37);
  }

  @Test
  void whatIsTransparentIsBackground() {
    BufferedImage astronaut = Photographs.of("astronaut");
    BufferedImage opacity = Pictures.gray(400, 400);
    fill(opacity, new Rectangle(0, 0, 400, 200));

    BufferedImage mask = matting.alpha(Pictures.withOpacity(astronaut, opacity));

    assertThat(mask.getRaster().getSample(150, 350, 0)).isZero();
  }

  /** Shared by united area of the subject and the outline. */
  private double agreement(BufferedImage picture, Shape outline) {
    BufferedImage mask = matting.alpha(picture);
    BufferedImage expected = Pictures.gray(picture.getWidth(), picture.getHeight());
    fill(expected, outline);
    int shared = 0;
    int united = 0;
    for (int i = 0; i < picture.getWidth() * picture.getHeight(); i++) {
      boolean inMask = level(mask, i) >= 128;
      boolean inOutline = level(expected, i) >= 128;
      shared += inMask && inOutline ? 1 : 0;
      united += inMask || inOutline ? 1 : 0;
    }
    return (double) shared / united;
  }

  private static void fill(BufferedImage gray, Shape shape) {
    Graphics2D graphics = gray.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fill(shape);
    graphics.dispose();
  }

  private static int level(BufferedImage gray, int i) {
    return gray.getRaster().getSample(i % gray.getWidth(), i / gray.getWidth(), 0);
  }
}
