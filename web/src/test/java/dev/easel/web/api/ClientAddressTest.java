package dev.easel.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClientAddressTest {

  private static final String PROXY = "10.0.0.2";

  @Test
  void withoutTrustedProxiesTheConnectionCounts() {
    assertThat(of(null, PROXY, "198.51.100.7")).isEqualTo(PROXY);
  }

  @Test
  void whatATrustedProxySawCounts() {
    assertThat(of("10.0.0.0/8", PROXY, "198.51.100.7")).isEqualTo("198.51.100.7");
    assertThat(of("10.0.0.0/8, ::1", PROXY, "198.51.100.7, 10.0.0.9")).isEqualTo("198.51.100.7");
  }

  @Test
  void whatTheClientWroteItselfDoesNotCount() {
    assertThat(of("10.0.0.0/8", PROXY, "192.0.2.1, 198.51.100.7")).isEqualTo("198.51.100.7");
    assertThat(of("10.0.0.0/8", PROXY, "192.0.2.1", "198.51.100.7")).isEqualTo("198.51.100.7");
    assertThat(of("10.0.0.0/8", "203.0.113.1", "192.0.2.1")).isEqualTo("203.0.113.1");
  }

  @Test
  void aProxyThatSaysNothingCountsItself() {
    assertThat(of("10.0.0.0/8", PROXY)).isEqualTo(PROXY);
  }

  @Test
  void aSettingThatIsNoAddressStopsTheServer() {
    assertThatThrownBy(() -> of("localhost", PROXY)).hasMessageContaining("easel.trusted-proxies");
  }

  private static String of(String trusted, String connection, String... forwarded) {
    ClientAddress addresses = new ClientAddress();
    addresses.setting = Optional.ofNullable(trusted);
    addresses.start();
    return addresses.of(request(connection, List.of(forwarded)));
  }

  private static HttpServletRequest request(String connection, List<String> forwarded) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            ClientAddressTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                method.getName().equals("getRemoteAddr")
                    ? connection
                    : Collections.enumeration(forwarded));
  }
}
