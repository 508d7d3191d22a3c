package dev.easel.adapter.storage.s3;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStoreContext;
import software.amazon.awssdk.services.s3.S3Client;

/** S3Proxy over a directory, with one bucket. */
public final class RealS3 implements AutoCloseable {

  public static final String BUCKET = "pictures";

  private final BlobStoreContext context;
  private final S3Proxy server;
  private final int port;

  public RealS3(Path directory) throws Exception {
    this(directory, 0);
  }

  /**
   * @param wanted the port, 0 for any
   */
  public RealS3(Path directory, int wanted) throws Exception {
    Properties files = new Properties();
    files.setProperty("jclouds.filesystem.basedir", directory.toString());
    context =
        ContextBuilder.newBuilder("filesystem-nio2")
            .credentials("x", "x")
            .overrides(files)
            .build(BlobStoreContext.class);
    context.getBlobStore().createContainerInLocation(null, BUCKET);
    server =
        S3Proxy.builder()
            .blobStore(context.getBlobStore())
            .endpoint(URI.create("http://127.0.0.1:" + wanted))
            .awsAuthentication(AuthenticationType.AWS_V4, "easel", "a-secret")
            .build();
    server.start();
    port = server.getPort();
  }

  public int port() {
    return port;
  }

  /** What {@code easel.storage.s3.*} says to reach it, with more or other values. */
  public Map<String, String> configuration(String... namesAndValues) {
    Map<String, String> values = new HashMap<>();
    values.put("easel.storage.s3.endpoint", "http://127.0.0.1:" + port);
    values.put("easel.storage.s3.bucket", BUCKET);
    values.put("easel.storage.s3.access-key", "easel");
    values.put("easel.storage.s3.secret-key", "a-secret");
    values.put("easel.storage.s3.timeout", "PT5S");
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put("easel.storage.s3." + namesAndValues[i], namesAndValues[i + 1]);
    }
    return values;
  }

  public S3Settings settings(String... namesAndValues) {
    Map<String, String> values = configuration(namesAndValues);
    return S3Settings.of(key -> Optional.ofNullable(values.get(key)));
  }

  S3Client client() {
    return S3Connection.client(settings());
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    context.close();
  }
}
