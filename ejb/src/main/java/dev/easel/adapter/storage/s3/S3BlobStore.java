package dev.easel.adapter.storage.s3;

import dev.easel.domain.asset.BlobStore;
import dev.easel.domain.shared.Sha256;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Blobs as objects. S3 shows an object whole or not at all; the SHA-256 of its content is judged by
 * the server when it is put, kept beside it, and judged by us when it is read.
 */
public final class S3BlobStore implements BlobStore, AutoCloseable {

  /** What is not below the prefix of any key: those begin with no dot. */
  private static final String PROBE = ".probe";

  private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(5);
  private static final long PROBE_HOLDS_NANOS = Duration.ofSeconds(5).toNanos();
  private static final String SHA256 = "sha256";

  private final S3Settings settings;
  private final S3Client client;
  private final S3Presigner presigner;
  private volatile long probedAt = System.nanoTime() - PROBE_HOLDS_NANOS;

  /** Connects to nothing yet. */
  public S3BlobStore(S3Settings settings) {
    this.settings = settings;
    this.client = S3Connection.client(settings);
    this.presigner = S3Connection.presigner(settings);
  }

  @Override
  public void put(String key, byte[] content) {
    String sum = Sha256.hex(content);
    PutObjectRequest request =
        PutObjectRequest.builder()
            .bucket(settings.bucket())
            .key(objectKey(key))
            .contentType(ObjectType.of(key))
            .metadata(Map.of(SHA256, sum))
            .build();
    tried("store " + key, () -> client.putObject(request, body(content, ObjectType.of(key))));
  }

  @Override
  public InputStream open(String key) {
    return found(
        key,
        () -> {
          var response = client.getObject(get(key), ResponseTransformer.toInputStream());
          return new CheckedContent(response, expected(response.response()));
        });
  }

  /** Unlike a stream, a read that breaks off is begun anew. */
  @Override
  public byte[] read(String key) {
    ResponseBytes<GetObjectResponse> whole =
        found(key, () -> client.getObject(get(key), ResponseTransformer.toBytes()));
    byte[] content = whole.asByteArrayUnsafe();
    String expected = expected(whole.response());
    String seen = Sha256.hex(content);
    if (!expected.isEmpty() && !expected.equals(seen)) {
      throw new StorageException(
          "Cannot read " + key + ": its SHA-256 is " + seen + ", put was " + expected, null);
    }
    return content;
  }

  @Override
  public boolean exists(String key) {
    try {
      client.headObject(head -> head.bucket(settings.bucket()).key(objectKey(key)));
      return true;
    } catch (SdkServiceException e) {
      if (e.statusCode() == 404) {
        return false;
      }
      throw failure("look for " + key, e);
    } catch (SdkException e) {
      throw failure("look for " + key, e);
    }
  }

  @Override
  public void deleteTree(String prefix) {
    List<String> keys = new ArrayList<>();
    eachKey(prefix, keys::add);
    for (String key : keys) {
      tried(
          "delete " + key,
          () -> client.deleteObject(one -> one.bucket(settings.bucket()).key(objectKey(key))));
    }
  }

  @Override
  public void eachKey(String prefix, Consumer<String> visitor) {
    tried(
        "list " + prefix,
        () -> {
          client
              .listObjectsV2Paginator(
                  all -> all.bucket(settings.bucket()).prefix(objectKey(prefix)))
              .contents()
              .stream()
              .map(S3Object::key)
              .map(key -> key.substring(settings.prefix().length()))
              .filter(key -> isBelow(prefix, key))
              .forEach(visitor);
          return prefix;
        });
  }

  /** Seldom more than once in five seconds: a request costs money, and many ask. */
  @Override
  public void probe() {
    if (System.nanoTime() - probedAt < PROBE_HOLDS_NANOS) {
      return;
    }
    tried(
        "write",
        () ->
            client.putObject(
                one ->
                    one.bucket(settings.bucket())
                        .key(objectKey(PROBE))
                        .overrideConfiguration(call -> call.apiCallTimeout(PROBE_TIMEOUT)),
                body(new byte[1], "application/octet-stream")));
    probedAt = System.nanoTime();
  }

  @Override
  public Optional<URI> address(String key, String mediaType, String fileName) {
    if (!settings.redirects()) {
      return Optional.empty();
    }
    GetObjectRequest request =
        get(key).toBuilder()
            .responseContentType(mediaType)
            .responseContentDisposition("inline; filename=\"" + fileName + "\"")
            .responseCacheControl("private, max-age=86400, immutable")
            .build();
    return tried(
        "sign for " + key,
        () ->
            uri(
                presigner
                    .presignGetObject(
                        sign ->
                            sign.signatureDuration(settings.addressLifetime())
                                .getObjectRequest(request))
                    .url()
                    .toExternalForm()));
  }

  @Override
  public String toString() {
    return settings.place();
  }

  @Override
  public void close() {
    presigner.close();
    client.close();
  }

  private GetObjectRequest get(String key) {
    return GetObjectRequest.builder().bucket(settings.bucket()).key(objectKey(key)).build();
  }

  private String objectKey(String key) {
    return settings.prefix() + key;
  }

  private static boolean isBelow(String prefix, String key) {
    return !key.startsWith(".")
        && (prefix.isEmpty() || key.equals(prefix) || key.startsWith(prefix + "/"));
  }

  private static RequestBody body(byte[] content, String mediaType) {
    return RequestBody.fromContentProvider(
        ContentStreamProvider.fromByteArrayUnsafe(content), content.length, mediaType);
  }

  private static String expected(GetObjectResponse response) {
    return response.metadata().getOrDefault(SHA256, "").toLowerCase(Locale.ROOT);
  }

  private static Optional<URI> uri(String address) {
    try {
      return Optional.of(new URI(address));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private <T> T found(String key, Supplier<T> call) {
    try {
      return call.get();
    } catch (NoSuchKeyException e) {
      throw new MissingBlobException(key, e);
    } catch (SdkException e) {
      throw failure("read " + key, e);
    }
  }

  private <T> T tried(String what, Supplier<T> call) {
    try {
      return call.get();
    } catch (SdkException e) {
      throw failure(what, e);
    }
  }

  /** What the server refuses for good is told from what may be over in a while. */
  private StorageException failure(String what, SdkException e) {
    String message = "Cannot " + what + " in " + settings.place() + ": " + e.getMessage();
    boolean forGood =
        e instanceof SdkServiceException refusal
            && (refusal.statusCode() == 400 || refusal.statusCode() == 404);
    return forGood ? new StorageException(message, e) : new UnreachableException(message, e);
  }
}
