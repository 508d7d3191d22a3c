package dev.easel.adapter.fetch;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.BasicHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.io.HttpClientResponseHandler;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/**
 * A client for one request to one host at addresses that are known already. It keeps nothing, asks
 * for no compression, follows no redirect and sends no cookie or credential.
 */
final class PinnedClient implements Closeable {

  private static final int LONGEST_LINE = 16_384;
  private static final int MOST_HEADERS = 200;
  private static final TlsSocketStrategy TLS = DefaultClientTlsStrategy.createDefault();
  private static final Duration MOST_SILENCE = Duration.ofSeconds(5);

  private final CloseableHttpClient client;

  PinnedClient(FetchTarget target, List<InetAddress> addresses, Duration left) {
    Timeout patience = Timeout.of(left.compareTo(MOST_SILENCE) < 0 ? left : MOST_SILENCE);
    BasicHttpClientConnectionManager connections = connections(new Pinned(target, addresses));
    connections.setConnectionConfig(
        ConnectionConfig.custom().setConnectTimeout(patience).setSocketTimeout(patience).build());
    client =
        HttpClients.custom()
            .setConnectionManager(connections)
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setConnectionRequestTimeout(patience)
                    .setResponseTimeout(patience)
                    .setProtocolUpgradeEnabled(false)
                    .build())
            .setUserAgent("Easel")
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableContentCompression()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableConnectionState()
            .build();
  }

  <T> T execute(HttpGet request, HttpClientResponseHandler<T> handler) throws IOException {
    return client.execute(request, handler);
  }

  /** Unlike the client, which waits until an endless body is read, this just hangs up. */
  @Override
  public void close() {
    client.close(CloseMode.IMMEDIATE);
  }

  private static BasicHttpClientConnectionManager connections(DnsResolver pinned) {
    ManagedHttpClientConnectionFactory plain =
        ManagedHttpClientConnectionFactory.builder()
            .http1Config(
                Http1Config.custom()
                    .setMaxLineLength(LONGEST_LINE)
                    .setMaxHeaderCount(MOST_HEADERS)
                    .build())
            .build();
    return BasicHttpClientConnectionManager.create(
        null,
        pinned,
        RegistryBuilder.<TlsSocketStrategy>create().register(URIScheme.HTTPS.id, TLS).build(),
        plain);
  }

  /** Gives out what was looked up and judged before, to that host alone. */
  private record Pinned(FetchTarget target, List<InetAddress> addresses) implements DnsResolver {

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      return addresses.toArray(InetAddress[]::new);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return target.host();
    }
  }
}
