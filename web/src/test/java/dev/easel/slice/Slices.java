package dev.easel.slice;

import java.io.File;
import java.net.URISyntaxException;
import net.bytebuddy.ByteBuddy;
import org.assertj.core.api.Assertions;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Makes the archive under test: the WAR as it is shipped, and the tests in it. */
final class Slices {

  private Slices() {}

  static WebArchive war(Class<?>... tests) {
    return ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/easel.war"))
        .addClasses(tests)
        .addClasses(Slices.class, Backstage.class, Crowd.class)
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
