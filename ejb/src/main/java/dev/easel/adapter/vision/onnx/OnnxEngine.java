package dev.easel.adapter.vision.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import dev.easel.adapter.vision.NativeFiles;
import dev.easel.adapter.vision.Unavailable;
import dev.easel.adapter.vision.VisionSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * ONNX Runtime, loaded with the first network. All networks compute on one pool of threads, which
 * sleep when there is nothing to do.
 */
@ApplicationScoped
class OnnxEngine {

  private static final Logger LOG = Logger.getLogger(OnnxEngine.class.getName());
  private static final String PATH = "onnxruntime.native.path";

  @Inject VisionSettings settings;

  /** The library allows one for a class loader. */
  private static OrtEnvironment environment;

  private Throwable broken;

  /** A session of that network. */
  OrtSession open(byte[] network) throws OrtException {
    OrtEnvironment started = environment();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.disablePerSessionThreads();
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
      // Planning memory ahead takes more of it, and no less time.
      options.setMemoryPatternOptimization(false);
      return started.createSession(network, options);
    }
  }

  synchronized OrtEnvironment environment() {
    if (!settings.enabled()) {
      throw Unavailable.switchedOff();
    }
    if (broken != null) {
      throw Unavailable.notHere("ONNX Runtime", broken);
    }
    return start();
  }

  private OrtEnvironment start() {
    try {
      return shared(this);
    } catch (IOException | RuntimeException | LinkageError e) {
      LOG.log(Level.WARNING, e, () -> "ONNX Runtime cannot be loaded on " + platform());
      broken = e;
      throw Unavailable.notHere("ONNX Runtime", e);
    }
  }

  private static synchronized OrtEnvironment shared(OnnxEngine engine) throws IOException {
    if (environment == null) {
      environment = engine.load();
    }
    return environment;
  }

  /** With files of our own: those the library unpacks itself survive a kill, 28 MB each time. */
  private OrtEnvironment load() throws IOException {
    String before = System.getProperty(PATH);
    if (before != null) {
      return create();
    }
    try (NativeFiles files = new NativeFiles()) {
      files.add(resource("onnxruntime"));
      files.add(resource("onnxruntime4j_jni"));
      System.setProperty(PATH, files.directory().toString());
      return create();
    } finally {
      System.clearProperty(PATH);
    }
  }

  private OrtEnvironment create() {
    try (OrtEnvironment.ThreadingOptions threads = new OrtEnvironment.ThreadingOptions()) {
      threads.setGlobalIntraOpNumThreads(settings.threads());
      threads.setGlobalInterOpNumThreads(1);
      threads.setGlobalSpinControl(false);
      OrtEnvironment created =
          OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "easel", threads);
      // Matters on Windows; elsewhere the version that is packed has nothing to report with.
      created.setTelemetry(false);
      keepUntilTheEnd();
      return created;
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The library frees itself by a hook of its own as soon as the process is told to stop, while
   * requests in flight still compute: that kills the process and the requests with it. Its native
   * half counts its holders; one more, which nobody ever lets go, keeps it to the end.
   */
  private static void keepUntilTheEnd() {
    try {
      Field api = Class.forName("ai.onnxruntime.OnnxRuntime").getDeclaredField("ortApiHandle");
      api.setAccessible(true);
      Method hold =
          OrtEnvironment.class.getDeclaredMethod(
              "createHandle", long.class, int.class, String.class);
      hold.setAccessible(true);
      int errorsOnly = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR.getValue();
      var unused = hold.invoke(null, api.getLong(null), errorsOnly, "easel");
    } catch (ReflectiveOperationException e) {
      LOG.log(Level.WARNING, e, () -> "A stop while a network computes may end the process hard");
    }
  }

  /** Where a library of this platform is packed. */
  static String resource(String library) {
    return "/ai/onnxruntime/native/" + platform() + "/" + System.mapLibraryName(library);
  }

  private static String platform() {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String arch = System.getProperty("os.arch");
    String system = os.startsWith("mac") ? "osx" : os.startsWith("windows") ? "win" : "linux";
    return system + "-" + (arch.equals("amd64") || arch.equals("x86_64") ? "x64" : arch);
  }
}
