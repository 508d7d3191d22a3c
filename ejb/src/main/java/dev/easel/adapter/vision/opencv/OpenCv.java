package dev.easel.adapter.vision.opencv;

import dev.easel.adapter.vision.NativeFiles;
import dev.easel.adapter.vision.Unavailable;
import dev.easel.adapter.vision.VisionSettings;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.global.opencv_ml;
import org.bytedeco.opencv.global.opencv_photo;
import org.bytedeco.opencv.global.opencv_quality;
import org.bytedeco.opencv.global.opencv_xphoto;

/**
 * OpenCV's native half. Every use of its classes comes after {@link #require()}, which says where
 * its files go and what to do when they do not run here.
 */
@ApplicationScoped
public class OpenCv {

  private static final Logger LOG = Logger.getLogger(OpenCv.class.getName());
  private static final String CACHE = "org.bytedeco.javacpp.cachedir";

  @Inject VisionSettings settings;

  private NativeFiles files;
  private Throwable broken;

  /**
   * Loads OpenCV unless it is loaded.
   *
   * @throws dev.easel.domain.shared.FailureException when it is switched off or does not run here
   */
  public synchronized void require() {
    if (!settings.enabled()) {
      throw Unavailable.switchedOff();
    }
    if (broken != null) {
      throw Unavailable.notHere("OpenCV", broken);
    }
    if (files == null) {
      load();
    }
  }

  private void load() {
    try {
      files = new NativeFiles();
      loadModules();
      opencv_core.setNumThreads(settings.threads());
    } catch (IOException | RuntimeException | LinkageError e) {
      LOG.log(Level.WARNING, e, () -> "OpenCV cannot be loaded on " + Loader.getPlatform());
      broken = e;
      throw Unavailable.notHere("OpenCV", e);
    }
  }

  /** JavaCPP reads its settings once, when it is loaded. */
  private void loadModules() {
    String before = System.getProperty(CACHE);
    System.setProperty(CACHE, files.directory().toString());
    // It would take the size of the process, models included, for a leak of matrices.
    setUnlessSet("org.bytedeco.javacpp.maxPhysicalBytes", "0");
    setUnlessSet("org.bytedeco.javacpp.maxBytes", "0");
    try {
      modules().forEach(Loader::load);
    } finally {
      restore(before);
    }
  }

  private static List<Class<?>> modules() {
    return List.of(
        opencv_core.class,
        opencv_imgproc.class,
        opencv_imgcodecs.class,
        opencv_ml.class,
        opencv_photo.class,
        opencv_quality.class,
        opencv_xphoto.class);
  }

  private static void setUnlessSet(String key, String value) {
    if (System.getProperty(key) == null) {
      System.setProperty(key, value);
    }
  }

  private static void restore(String before) {
    if (before == null) {
      System.clearProperty(CACHE);
    } else {
      System.setProperty(CACHE, before);
    }
  }

  /** Ends the library's one thread, which would hold on to an application that was taken away. */
  @PreDestroy
  synchronized void stop() {
    if (files != null) {
      Pointer.interruptDeallocatorThread();
      files.close();
    }
  }
}
