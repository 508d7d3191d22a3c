import dev.easel.adapter.imaging.ImageIoCodec;
import dev.easel.adapter.vision.VisionSettings;
import dev.easel.adapter.vision.opencv.OpenCvPorts;
import dev.easel.domain.asset.ImageFormat;
import dev.easel.domain.asset.Provenance;
import dev.easel.service.editing.Scaling;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageOutputStream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * A photograph of 2048² pixels, JPEG at quality 90: to a WebP of 1024² at quality 80, and to a
 * thumbnail of 320 pixels as JPEG, shrunk while it is decoded and afterwards. The codec of the server, OpenCV's and sharp take turns.
 *
 * <pre>java -cp … ops/bench/Codec.java PHOTOGRAPH ROUNDS MODELS-DIRECTORY NODE-SCRIPT WORK</pre>
 */
public class Codec {

  private static final int EDGE = 2048;
  private static final int HALF = 1024;
  private static final int SMALL = 320;
  private static final int WARM_UP = 5;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final ImageIoCodec codec = new ImageIoCodec();
  private final byte[] file;
  private final BufferedWriter toNode;
  private final BufferedReader fromNode;

  private interface Job {
    /** Bytes of the result. */
    int run() throws IOException;
  }

  private Codec(byte[] file, Process node) {
    this.file = file;
    this.toNode = node.outputWriter();
    this.fromNode = node.inputReader();
  }

  public static void main(String[] args) throws Exception {
    System.setProperty("java.util.logging.SimpleFormatter.format", "");
    Path photograph = Path.of(args[4], "photograph.jpg");
    prepare(ImageIO.read(new File(args[0])), photograph);
    VisionSettings settings = VisionSettings.standalone(Path.of(args[2]));
    OpenCvPorts openCv = new OpenCvPorts(settings);
    openCv.lanczos().rgb(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), 4, 4); // loads it
    Process node =
        new ProcessBuilder("node", args[3], photograph.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      new Codec(Files.readAllBytes(photograph), node).compare(Integer.parseInt(args[1]));
    } finally {
      node.destroy();
    }
    System.exit(0);
  }

  private void compare(int rounds) throws IOException {
    System.out.printf("source: %d² JPEG, %d kB%n", EDGE, file.length >> 10);
    compare("decode, resize, WebP", rounds, this::webp, this::openCvWebp, "webp");
    compare("thumbnail of the file", rounds, this::thumbnail, this::openCvThumbnail, "thumbnail");
    compare("of all its pixels", rounds, this::wholeThumbnail, this::openCvWhole, "thumbnail");
    System.out.printf(
        Locale.ROOT,
        "of the server's: decoding %.0f ms, resizing %.0f ms, encoding %.0f ms%n",
        median(rounds, () -> codec.decode(file).getWidth()),
        median(rounds, resizing(codec.decode(file))),
        median(rounds, encoding(Scaling.to(codec.decode(file), HALF, HALF))));
  }

  private Job resizing(BufferedImage decoded) {
    return () -> Scaling.to(decoded, HALF, HALF).getWidth();
  }

  private Job encoding(BufferedImage resized) {
    return () -> encoded(resized).length;
  }

  private void compare(String what, int rounds, Job ours, Job openCv, String theirs)
      throws IOException {
    List<double[]> java = new ArrayList<>();
    List<double[]> cv = new ArrayList<>();
    List<double[]> sharp = new ArrayList<>();
    for (int i = -WARM_UP; i < rounds; i++) {
      double[] server = timed(ours);
      double[] native_ = timed(openCv);
      double[] node = asked(theirs);
      if (i >= 0) {
        java.add(server);
        cv.add(native_);
        sharp.add(node);
      }
    }
    double base = median(sharp, 0);
    double work = median(sharp, 2);
    System.out.printf(
        Locale.ROOT,
        "%-22s server %5.0f ms (%.2f x sharp), OpenCV %5.0f ms (%.2f x), sharp %5.0f ms; %.0f, %.0f, %.0f kB%n",
        what,
        median(java, 0),
        median(java, 0) / base,
        median(cv, 0),
        median(cv, 0) / base,
        base,
        median(java, 1) / 1024,
        median(cv, 1) / 1024,
        median(sharp, 1) / 1024);
    System.out.printf(
        Locale.ROOT,
        "%-22s server %5.1f ms (%.2f x sharp), OpenCV %5.1f ms (%.2f x), sharp %5.1f ms%n",
        "  of processors",
        median(java, 2),
        median(java, 2) / work,
        median(cv, 2),
        median(cv, 2) / work,
        work);
  }

  private int webp() {
    return encoded(Scaling.to(codec.decode(file), HALF, HALF)).length;
  }

  private byte[] encoded(BufferedImage image) {
    Provenance provenance =
        new Provenance(
            Provenance.SourceType.ALGORITHMIC_MEDIA, "bench", "", 0, "bench", Instant.EPOCH);
    return codec.encode(image, ImageFormat.WEBP, 80, provenance);
  }

  private int thumbnail() {
    return codec.thumbnail(file, SMALL).length;
  }

  private int wholeThumbnail() {
    return codec.thumbnail(codec.decode(file), SMALL).length;
  }

  private int openCvWebp() {
    return openCv(opencv_imgcodecs.IMREAD_COLOR, HALF, ".webp", opencv_imgcodecs.IMWRITE_WEBP_QUALITY, 80);
  }

  private int openCvThumbnail() {
    return openCv(opencv_imgcodecs.IMREAD_REDUCED_COLOR_4, SMALL, ".jpg", opencv_imgcodecs.IMWRITE_JPEG_QUALITY, 82);
  }

  private int openCvWhole() {
    return openCv(opencv_imgcodecs.IMREAD_COLOR, SMALL, ".jpg", opencv_imgcodecs.IMWRITE_JPEG_QUALITY, 82);
  }

  private int openCv(int mode, int edge, String ending, int setting, int quality) {
    try (BytePointer bytes = new BytePointer(file);
        Mat in = new Mat(1, file.length, org.bytedeco.opencv.global.opencv_core.CV_8U, bytes);
        Mat decoded = opencv_imgcodecs.imdecode(in, mode);
        Mat small = new Mat();
        Size size = new Size(edge, edge);
        BytePointer out = new BytePointer();
        IntPointer settings = new IntPointer(setting, quality)) {
      opencv_imgproc.resize(decoded, small, size, 0, 0, opencv_imgproc.INTER_AREA);
      opencv_imgcodecs.imencode(ending, small, out, settings);
      return (int) out.limit();
    }
  }

  private double[] asked(String job) throws IOException {
    toNode.write(job);
    toNode.newLine();
    toNode.flush();
    String[] answer = fromNode.readLine().split(" ");
    return Stream.of(answer).mapToDouble(Double::parseDouble).toArray();
  }

  private static double median(int rounds, Job job) throws IOException {
    List<Double> all = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      all.add(timed(job)[0]);
    }
    return median(all);
  }

  private static double median(List<double[]> values, int column) {
    return median(values.stream().map(value -> value[column]).toList());
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static double[] timed(Job job) throws IOException {
    long used = processor();
    long began = System.nanoTime();
    int bytes = job.run();
    return new double[] {(System.nanoTime() - began) / 1e6, bytes, (processor() - used) / 1e6};
  }

  /** Nanoseconds of this thread, which does it all: what else the machine does is not in it. */
  private static long processor() {
    return THREADS.getCurrentThreadCpuTime();
  }

  /** Enlarged, with grain, so that it compresses about as a photograph of that size does. */
  private static void prepare(BufferedImage source, Path file) throws IOException {
    BufferedImage large = new BufferedImage(EDGE, EDGE, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = large.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(source, 0, 0, EDGE, EDGE, null);
    graphics.dispose();
    Random random = new Random(7);
    for (int i = 0; i < EDGE * EDGE; i++) {
      int grain = random.nextInt(7) - 3;
      int rgb = large.getRGB(i % EDGE, i / EDGE);
      int noisy = 0;
      for (int shift = 16; shift >= 0; shift -= 8) {
        noisy |= Math.max(0, Math.min(255, (rgb >> shift & 255) + grain)) << shift;
      }
      large.setRGB(i % EDGE, i / EDGE, noisy);
    }
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam settings = writer.getDefaultWriteParam();
    settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    settings.setCompressionQuality(0.9f);
    try (FileImageOutputStream out = new FileImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(large, null, null), settings);
    } finally {
      writer.dispose();
    }
  }
}
