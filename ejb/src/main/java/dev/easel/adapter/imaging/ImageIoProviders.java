package dev.easel.adapter.imaging;

import com.luciad.imageio.webp.WebPImageReaderSpi;
import com.luciad.imageio.webp.WebPImageWriterSpi;
import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.spi.ImageReaderWriterSpi;
import javax.imageio.spi.ImageWriterSpi;
import javax.imageio.spi.ServiceRegistry;

/**
 * The readers and writers in use, by name. The JVM-wide registry does not see the plug-ins of a
 * deployed archive, and one put there would outlive a redeployment; so the plug-ins are made here,
 * and the JDK's own are picked out by their module.
 */
final class ImageIoProviders {

  private static final ImageReaderSpi PNG = jdk(ImageReaderSpi.class, "png");
  private static final ImageReaderSpi GIF = jdk(ImageReaderSpi.class, "gif");
  private static final ImageReaderSpi JPEG = jpegReader();
  private static final ImageReaderSpi WEBP = new WebPImageReaderSpi();
  private static final ImageWriterSpi JPEG_WRITER = jdk(ImageWriterSpi.class, "jpeg");
  private static final ImageWriterSpi WEBP_WRITER = new WebPImageWriterSpi();

  private ImageIoProviders() {}

  static ImageReader reader(ImageKind kind) throws IOException {
    ImageReaderSpi provider =
        switch (kind) {
          case PNG -> PNG;
          case JPEG -> JPEG;
          case WEBP -> WEBP;
          case GIF -> GIF;
        };
    return provider.createReaderInstance(null);
  }

  static ImageWriter jpegWriter() throws IOException {
    return JPEG_WRITER.createWriterInstance(null);
  }

  static ImageWriter webpWriter() throws IOException {
    return WEBP_WRITER.createWriterInstance(null);
  }

  private static <T extends ImageReaderWriterSpi> T jdk(Class<T> category, String format) {
    Iterator<T> found =
        IIORegistry.getDefaultInstance()
            .getServiceProviders(category, p -> isJdks(p, format), false);
    return found.next();
  }

  private static boolean isJdks(Object provider, String format) {
    return provider.getClass().getModule().equals(ImageIO.class.getModule())
        && List.of(((ImageReaderWriterSpi) provider).getFormatNames()).contains(format);
  }

  /** This reader looks up the JDK's, to which it delegates, in the registry it is put into. */
  private static ImageReaderSpi jpegReader() {
    List<Class<?>> categories = List.of(ImageReaderSpi.class);
    ServiceRegistry ours = new ServiceRegistry(categories.iterator());
    ImageReaderSpi reader = new JPEGImageReaderSpi();
    ours.registerServiceProvider(jdk(ImageReaderSpi.class, "jpeg"), ImageReaderSpi.class);
    ours.registerServiceProvider(reader, ImageReaderSpi.class);
    return reader;
  }
}
