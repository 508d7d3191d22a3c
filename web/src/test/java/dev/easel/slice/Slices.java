package dev.easel.slice;

import java.io.File;
import java.net.URISyntaxException;
import net.bytebuddy.ByteBuddy;
import org.assertj.core.api.Assertions;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Makes the archive under test: the WAR as it is shipped, and all that is in this package. */
final class Slices {

  private Slices() {}

  static WebArchive war() {
    return ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/easel.war"))
        .addPackage(Slices.class.getPackage())
        .addAsLibraries(jarOf(Assertions.class), jarOf(ByteBuddy.class));
  }

  private static File jarOf(Class<?> type) {
    try {
      return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
