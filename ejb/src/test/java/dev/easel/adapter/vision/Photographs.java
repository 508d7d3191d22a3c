package dev.easel.adapter.vision;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** The photographs of the tests, and damage to them. */
public final class Photographs {

  private Photographs() {}

  public static BufferedImage of(String name) {
    try {
      return packed(ImageIO.read(Photographs.class.getResource("/photographs/" + name + ".jpg")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With Gaussian grain of that deviation, in levels of 0 to 255. */
  public static BufferedImage noisy(BufferedImage picture, double deviation) {
    Random random = new Random(7);
    int[] pixels = Pictures.argb(picture);
    for (int i = 0; i < pixels.length; i++) {
      int noisy = 0;
      for (int shift = 16; shift >= 0; shift -= 8) {
        double level = (pixels[i] >> shift & 255) + deviation * random.nextGaussian();
        noisy |= (int) Math.max(0, Math.min(255, Math.round(level))) << shift;
      }
      pixels[i] = noisy;
    }
    return picture(pixels, picture.getWidth(), picture.getHeight());
  }

  /** Saved as JPEG of that quality, 0 to 1, and opened again. */
  public static BufferedImage jpeg(BufferedImage picture, float quality) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionQuality(quality);
      writer.write(null, new IIOImage(picture, null, null), parameters);
      out.flush();
      return packed(ImageIO.read(new ByteArrayInputStream(bytes.toByteArray())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
  }

  /** Each edge divided by the factor, each pixel the mean of those it replaces. */
  public static BufferedImage shrunk(BufferedImage picture, int factor) {
    int width = picture.getWidth() / factor;
    int height = picture.getHeight() / factor;
    int[] pixels = new int[width * height];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = mean(picture, i % width * factor, i / width * factor, factor);
    }
    return picture(pixels, width, height);
  }

  /** Each pixel the mean of a square around it. */
  public static BufferedImage blurred(BufferedImage picture, int edge) {
    int[] pixels = new int[picture.getWidth() * picture.getHeight()];
    for (int i = 0; i < pixels.length; i++) {
      int x = Math.min(i % picture.getWidth(), picture.getWidth() - edge);
      int y = Math.min(i / picture.getWidth(), picture.getHeight() - edge);
      pixels[i] = mean(picture, x, y, edge);
    }
    return picture(pixels, picture.getWidth(), picture.getHeight());
  }

  private static int mean(BufferedImage picture, int x, int y, int edge) {
    int[] part = picture.getRGB(x, y, edge, edge, null, 0, edge);
    int mean = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int sum = 0;
      for (int pixel : part) {
        sum += pixel >> shift & 255;
      }
      mean |= (sum + part.length / 2) / part.length << shift;
    }
    return mean;
  }

  /** How like two pictures of one size are, in decibels; 30 and more is hard to tell apart. */
  public static double psnr(BufferedImage one, BufferedImage other) {
    int[] left = Pictures.argb(one);
    int[] right = Pictures.argb(other);
    double squares = 0;
    for (int i = 0; i < left.length; i++) {
      for (int shift = 0; shift <= 16; shift += 8) {
        int difference = (left[i] >> shift & 255) - (right[i] >> shift & 255);
        squares += difference * difference;
      }
    }
    return 10 * Math.log10(255.0 * 255 * 3 * left.length / squares);
  }

  /** Mean difference of neighbours in brightness: the sharper, the more. */
  public static double sharpness(BufferedImage picture) {
    double sum = 0;
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 1; x < picture.getWidth(); x++) {
        sum += Math.abs(green(picture, x, y) - green(picture, x - 1, y));
      }
    }
    return sum / picture.getWidth() / picture.getHeight();
  }

  private static int green(BufferedImage picture, int x, int y) {
    return picture.getRGB(x, y) >> 8 & 255;
  }

  public static BufferedImage picture(int[] pixels, int width, int height) {
    BufferedImage picture = Pictures.rgb(width, height);
    picture.setRGB(0, 0, width, height, pixels, 0, width);
    return picture;
  }

  private static BufferedImage packed(BufferedImage read) {
    return picture(Pictures.argb(read), read.getWidth(), read.getHeight());
  }

  /** For looking at: writes the picture below {@code target/vision}. */
  public static void show(BufferedImage picture, String name) {
    try {
      Path file = Files.createDirectories(Path.of("target", "vision")).resolve(name + ".png");
      ImageIO.write(picture, "png", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
