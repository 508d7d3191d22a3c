import com.sun.management.OperatingSystemMXBean;
import dev.easel.adapter.vision.VisionSettings;
import dev.easel.adapter.vision.onnx.NetworkPorts;
import dev.easel.adapter.vision.opencv.OpenCvPorts;
import dev.easel.domain.vision.Damage;
import dev.easel.domain.vision.Progress;
import dev.easel.domain.vision.Upscaler;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import javax.imageio.ImageIO;

/**
 * Latency and peak memory of one operation: the first call, which loads what it needs, and the
 * median of the next ones, with the processor time they take on average.
 *
 * <pre>java -cp … ops/bench/Vision.java PHOTOGRAPH OPERATION EDGE RUNS MODELS-DIRECTORY</pre>
 */
public class Vision {

  public static void main(String[] args) throws Exception {
    System.setProperty("java.util.logging.SimpleFormatter.format", "");
    BufferedImage photograph = square(ImageIO.read(new File(args[0])), Integer.parseInt(args[2]));
    Runnable operation = operation(args[1], photograph, Path.of(args[4]));
    long before = peak();
    long first = millis(operation);
    long[] next = new long[Integer.parseInt(args[3])];
    long cpu = processor();
    for (int i = 0; i < next.length; i++) {
      next[i] = millis(operation);
    }
    cpu = (processor() - cpu) / next.length;
    Arrays.sort(next);
    System.out.printf(
        Locale.ROOT,
        "%-22s %4s² pixels: first %6d ms, then %6d ms (median of %d; processor %6d ms), peak %4d MB (bare JVM %d)%n",
        args[1], args[2], first, next[next.length / 2], next.length, cpu, peak(), before);
    System.exit(0);
  }

  private static Runnable operation(String name, BufferedImage picture, Path models) {
    VisionSettings settings = VisionSettings.standalone(models);
    NetworkPorts networks = new NetworkPorts(settings);
    OpenCvPorts openCv = new OpenCvPorts(settings);
    var upscaling = networks.upscaling(openCv.lanczos());
    return switch (name) {
      case "remove-background" -> () -> networks.matting().alpha(picture);
      case "upscale-general-x4" -> () -> upscaling.upscale(picture, Upscaler.GENERAL, 4, Progress.NONE);
      case "upscale-anime-x4" -> () -> upscaling.upscale(picture, Upscaler.ANIME, 4, Progress.NONE);
      case "upscale-photo-x4" -> () -> upscaling.upscale(picture, Upscaler.PHOTO, 4, Progress.NONE);
      case "upscale-lanczos-x4" -> () -> upscaling.upscale(picture, Upscaler.LANCZOS, 4, Progress.NONE);
      case "restore-noise" -> () -> networks.restoration().restore(picture, Damage.NOISE, 1, Progress.NONE);
      case "restore-jpeg" -> () -> networks.restoration().restore(picture, Damage.JPEG, 1, Progress.NONE);
      case "nsfw" -> () -> networks.content().score(picture);
      case "faces" -> () -> networks.faces().faces(picture);
      case "objects" -> () -> networks.objects().objects(picture);
      case "quality" -> () -> openCv.quality().brisque(picture);
      case "fill" -> () -> openCv.inpainting().fill(picture, mask(picture));
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static BufferedImage square(BufferedImage source, int edge) {
    BufferedImage square = new BufferedImage(edge, edge, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = square.createGraphics();
    graphics.drawImage(source, 0, 0, edge, edge, null);
    graphics.dispose();
    return square;
  }

  private static BufferedImage mask(BufferedImage picture) {
    int edge = picture.getWidth();
    BufferedImage mask = new BufferedImage(edge, edge, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = mask.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillOval(edge / 3, edge / 3, edge / 5, edge / 5);
    graphics.dispose();
    return mask;
  }

  private static long millis(Runnable operation) {
    long began = System.nanoTime();
    operation.run();
    return (System.nanoTime() - began) / 1_000_000;
  }

  /** Milliseconds of all cores: what is left of a figure on a machine that others use, too. */
  private static long processor() {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime() / 1_000_000;
  }

  /** The most memory the process ever had, in MB. */
  private static long peak() throws Exception {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmHWM:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
      }
    }
    return 0;
  }
}
