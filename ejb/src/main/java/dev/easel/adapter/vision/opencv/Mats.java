package dev.easel.adapter.vision.opencv;

import dev.easel.adapter.vision.Pictures;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Pictures as matrices of OpenCV and back. What is returned belongs to the caller, who closes it.
 */
public final class Mats {

  private Mats() {}

  /** Eight bits of blue, green and red; transparency is left out. */
  public static Mat bgr(BufferedImage image) {
    Mat mat = new Mat(image.getHeight(), image.getWidth(), opencv_core.CV_8UC3);
    int[] pixels = Pictures.argb(image);
    byte[] bytes = new byte[3 * pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      bytes[3 * i] = (byte) pixels[i];
      bytes[3 * i + 1] = (byte) (pixels[i] >> 8);
      bytes[3 * i + 2] = (byte) (pixels[i] >> 16);
    }
    ByteBuffer content = mat.createBuffer();
    content.put(bytes);
    return mat;
  }

  /** The first channel of the picture's raster as eight bits. */
  public static Mat gray(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    Mat mat = new Mat(height, width, opencv_core.CV_8UC1);
    int[] samples = image.getRaster().getSamples(0, 0, width, height, 0, (int[]) null);
    byte[] bytes = new byte[samples.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) samples[i];
    }
    ByteBuffer content = mat.createBuffer();
    content.put(bytes);
    return mat;
  }

  /** {@code TYPE_INT_RGB} of a continuous matrix of blue, green and red. */
  public static BufferedImage rgb(Mat mat) {
    BufferedImage image = Pictures.rgb(mat.cols(), mat.rows());
    int[] pixels = Pictures.array(image);
    byte[] bytes = bytes(mat, 3 * pixels.length);
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] =
          (bytes[3 * i + 2] & 255) << 16 | (bytes[3 * i + 1] & 255) << 8 | bytes[3 * i] & 255;
    }
    return image;
  }

  /** {@code TYPE_BYTE_GRAY} of a continuous matrix of one channel. */
  public static BufferedImage grayPicture(Mat mat) {
    BufferedImage image = Pictures.gray(mat.cols(), mat.rows());
    byte[] bytes = bytes(mat, mat.cols() * mat.rows());
    image.getRaster().setDataElements(0, 0, mat.cols(), mat.rows(), bytes);
    return image;
  }

  private static byte[] bytes(Mat mat, int length) {
    byte[] bytes = new byte[length];
    ByteBuffer content = mat.createBuffer();
    content.get(bytes);
    return bytes;
  }
}
