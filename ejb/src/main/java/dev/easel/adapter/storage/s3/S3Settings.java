package dev.easel.adapter.storage.s3;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;

/**
 * What {@code easel.storage.s3.*} says.
 *
 * @param endpoint of a server that is not AWS
 * @param publicEndpoint by which browsers reach it, should that be another
 * @param prefix what all keys begin with, empty or ending with a slash
 * @param login empty: what the SDK finds by itself (environment, profile, role)
 * @param timeout of one operation with its retries, without the content that is read
 * @param redirects whether browsers are sent to the bucket
 * @param addressLifetime of the addresses they are sent to
 */
public record S3Settings(
    Optional<URI> endpoint,
    Optional<URI> publicEndpoint,
    Optional<String> region,
    String bucket,
    String prefix,
    Optional<Login> login,
    boolean pathStyle,
    Duration timeout,
    boolean redirects,
    Duration addressLifetime) {

  private static final String ROOT = "easel.storage.s3.";
  private static final Duration LONGEST_ADDRESS = Duration.ofDays(7);

  /** A name and its secret. */
  public record Login(String accessKey, String secretKey) {
    @Override
    public String toString() {
      return accessKey;
    }
  }

  /**
   * @param values the value of a key, if it is set
   * @throws IllegalStateException naming the key whose value makes no sense
   */
  public static S3Settings of(Function<String, Optional<String>> values) {
    Function<String, Optional<String>> of =
        name -> values.apply(ROOT + name).map(String::strip).filter(value -> !value.isEmpty());
    Optional<URI> endpoint = of.apply("endpoint").map(value -> address("endpoint", value));
    return new S3Settings(
        endpoint,
        of.apply("public-endpoint").map(value -> address("public-endpoint", value)),
        of.apply("region"),
        of.apply("bucket").orElseThrow(() -> wrong("bucket", "not set", "the name of a bucket")),
        of.apply("prefix").map(S3Settings::folder).orElse(""),
        login(of),
        of.apply("path-style").map(Boolean::parseBoolean).orElse(endpoint.isPresent()),
        duration("timeout", of, Duration.ofSeconds(30)),
        redirects(of),
        lifetime(of));
  }

  /** Where it is, without secrets. */
  public String place() {
    return "s3://" + bucket + "/" + prefix + endpoint.map(at -> " at " + at).orElse("");
  }

  private static boolean redirects(Function<String, Optional<String>> of) {
    String delivery = of.apply("delivery").orElse("stream");
    if (!delivery.equals("stream") && !delivery.equals("redirect")) {
      throw wrong("delivery", delivery, "stream or redirect");
    }
    return delivery.equals("redirect");
  }

  private static Duration lifetime(Function<String, Optional<String>> of) {
    Duration lifetime = duration("address-lifetime", of, Duration.ofMinutes(10));
    if (lifetime.compareTo(LONGEST_ADDRESS) > 0) {
      throw wrong("address-lifetime", lifetime.toString(), "seven days at most");
    }
    return lifetime;
  }

  private static Optional<Login> login(Function<String, Optional<String>> of) {
    Optional<String> accessKey = of.apply("access-key");
    Optional<String> secret =
        of.apply("secret-key").or(() -> of.apply("secret-key-file").map(S3Settings::content));
    if (accessKey.isPresent() != secret.isPresent()) {
      throw new IllegalStateException(
          ROOT + "access-key and secret-key (or secret-key-file) go together");
    }
    return accessKey.map(name -> new Login(name, secret.get()));
  }

  private static String content(String file) {
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + ROOT + "secret-key-file " + file, e);
    }
  }

  private static URI address(String name, String value) {
    try {
      URI address = URI.create(value);
      if (address.getHost() != null && address.getScheme().matches("https?")) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      // Said below.
    }
    throw wrong(name, value, "an http or https address");
  }

  private static Duration duration(
      String name, Function<String, Optional<String>> of, Duration otherwise) {
    String value = of.apply(name).orElse(otherwise.toString());
    try {
      Duration duration = Duration.parse(value);
      if (duration.compareTo(Duration.ofSeconds(1)) >= 0) {
        return duration;
      }
    } catch (DateTimeParseException e) {
      // Said below.
    }
    throw wrong(name, value, "a duration of a second or more such as " + otherwise);
  }

  private static String folder(String prefix) {
    String plain = prefix.replaceAll("^/+|/+$", "");
    return plain.isEmpty() ? "" : plain + "/";
  }

  private static IllegalStateException wrong(String name, String value, String must) {
    return new IllegalStateException(ROOT + name + " is " + value + ", must be " + must);
  }
}
