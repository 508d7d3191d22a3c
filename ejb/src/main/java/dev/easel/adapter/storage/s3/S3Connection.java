package dev.easel.adapter.storage.s3;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.auth.scheme.S3AuthSchemeProvider;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Makes the SDK's clients as the settings want them: with bounds on time and on tries. */
final class S3Connection {

  private static final int TRIES = 3;
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration SILENCE = Duration.ofSeconds(15);

  private S3Connection() {}

  static S3Client client(S3Settings settings) {
    Duration silence = settings.timeout().compareTo(SILENCE) < 0 ? settings.timeout() : SILENCE;
    S3ClientBuilder builder =
        S3Client.builder()
            .httpClientBuilder(
                UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(silence))
            .overrideConfiguration(
                all ->
                    all.apiCallTimeout(settings.timeout())
                        .retryStrategy(
                            AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                .maxAttempts(TRIES)
                                .build()))
            .serviceConfiguration(configuration(settings))
            .authSchemeProvider(signingContent())
            // What AWS adds beyond the protocol, not every server of that protocol understands.
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .credentialsProvider(credentials(settings));
    region(settings).ifPresent(builder::region);
    settings.endpoint().ifPresent(builder::endpointOverride);
    return builder.build();
  }

  static S3Presigner presigner(S3Settings settings) {
    S3Presigner.Builder builder =
        S3Presigner.builder()
            .serviceConfiguration(configuration(settings))
            .credentialsProvider(credentials(settings));
    region(settings).ifPresent(builder::region);
    Optional<URI> endpoint = settings.publicEndpoint().or(settings::endpoint);
    endpoint.ifPresent(builder::endpointOverride);
    return builder.build();
  }

  /**
   * The signature covers the SHA-256 of the content, over TLS as well: so every server has to judge
   * what it was given, also one that knows nothing of the newer checksum headers.
   */
  private static S3AuthSchemeProvider signingContent() {
    S3AuthSchemeProvider usual = S3AuthSchemeProvider.defaultProvider();
    return parameters ->
        usual.resolveAuthScheme(parameters).stream()
            .map(
                scheme ->
                    scheme.toBuilder()
                        .putSignerProperty(AwsV4FamilyHttpSigner.PAYLOAD_SIGNING_ENABLED, true)
                        .build())
            .toList();
  }

  private static S3Configuration configuration(S3Settings settings) {
    return S3Configuration.builder()
        .pathStyleAccessEnabled(settings.pathStyle())
        .chunkedEncodingEnabled(false)
        .build();
  }

  private static AwsCredentialsProvider credentials(S3Settings settings) {
    return settings
        .login()
        .<AwsCredentialsProvider>map(
            login ->
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(login.accessKey(), login.secretKey())))
        .orElseGet(() -> DefaultCredentialsProvider.builder().build());
  }

  /** Servers other than AWS hardly care; AWS without one is found by the SDK. */
  private static Optional<Region> region(S3Settings settings) {
    return settings
        .region()
        .or(() -> settings.endpoint().map(endpoint -> "us-east-1"))
        .map(Region::of);
  }
}
