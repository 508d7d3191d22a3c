package dev.easel.adapter.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.domain.fetch.FetchException;
import dev.easel.domain.fetch.FetchException.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every vector of server-side request forgery we know, against real sockets and scripted names. */
class PinnedFetcherTest {

  private static final byte[] BODY = "picture".getBytes(ISO_8859_1);
  private static final String OK = "HTTP/1.1 200 OK\nContent-Type: text/html\n\n";

  private final Map<String, Deque<String>> names = new HashMap<>();
  private final List<String> lookUps = new ArrayList<>();
  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void closeAll() throws Exception {
    for (AutoCloseable one : open) {
      one.close();
    }
  }

  @Test
  void whatIsPublicIsReadAtTheAddressLookedUpWithItsNameKept() throws Exception {
    TinyServer server = server(TinyServer.saying(OK, BODY));
    name("public.example", "127.0.0.2");

    byte[] content =
        allowing(server).fetch("http://public.example:" + server.port() + "/a?b=c", 99);

    assertThat(content).isEqualTo(BODY);
    assertThat(server.addresses).containsExactly("127.0.0.2");
    assertThat(server.requests.get(0))
        .startsWith("GET /a?b=c HTTP/1.1")
        .contains("Host: public.example:" + server.port())
        .doesNotContainIgnoringCase("cookie")
        .doesNotContainIgnoringCase("accept-encoding")
        .doesNotContainIgnoringCase("upgrade");
  }

  @Test
  void theNameIsKeptInTheTlsHello() throws Exception {
    TinyServer server = server(TinyServer.saying("no TLS", BODY));
    name("public.example", "127.0.0.1");

    FetchException refused =
        refusal(allowing(server), "https://public.example:" + server.port() + "/");

    assertThat(refused.reason()).isEqualTo(Reason.URL_UNREACHABLE);
    assertThat(server.requests.get(0)).contains("public.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/",
        "http://127.8.9.1/",
        "http://0.0.0.0/",
        "http://10.0.0.1/",
        "http://172.16.0.1/",
        "http://172.31.255.255/",
        "http://192.168.1.1/",
        "http://100.64.0.1/",
        "http://100.127.255.254/",
        "http://169.254.169.254/latest/meta-data/",
        "http://192.0.0.8/",
        "http://192.0.2.1/",
        "http://198.18.0.1/",
        "http://198.51.100.7/",
        "http://203.0.113.9/",
        "http://192.88.99.1/",
        "http://224.0.0.1/",
        "http://255.255.255.255/",
        "http://[::1]/",
        "http://[::]/",
        "http://[::ffff:169.254.169.254]/",
        "http://[::ffff:a9fe:a9fe]/",
        "http://[::127.0.0.1]/",
        "http://[fc00::1]/",
        "http://[fd12:3456::1]/",
        "http://[fe80::1]/",
        "http://[fe80::1%25eth0]/",
        "http://[fec0::1]/",
        "http://[ff02::1]/",
        "http://[64:ff9b::a9fe:a9fe]/",
        "http://[64:ff9b:1::7f00:1]/",
        "http://[2002:7f00:1::]/",
        "http://[2001::1]/",
        "http://[2001:db8::1]/",
        "http://[100::1]/"
      })
  void addressesThatAreNotPublicAreRefused(String address) {
    assertNotAllowed(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://2130706433/",
        "http://017700000001/",
        "http://0x7f000001/",
        "http://0x7f.0.0.1/",
        "http://0177.0.0.1/",
        "http://127.1/",
        "http://127.0.1/",
        "http://127.0.0.1./",
        "http://①②⑦.⓪.⓪.①/",
        "http://user@public.example/",
        "http://user:password@public.example/",
        "http://public.example@10.0.0.1/",
        "http://public.example:22/",
        "http://public.example:6379/",
        "http://public.example:0/",
        "http://public.example:65536/",
        "http://public.example#@10.0.0.1/ x",
        "http://public.example\\@10.0.0.1/",
        "http:///etc/passwd",
        "http:public.example",
        "//public.example/",
        "file:///etc/passwd",
        "gopher://public.example:70/_x",
        "ftp://public.example/",
        "jar:http://public.example!/",
        "dict://public.example/",
        "http://public.example/\r\nHost: internal",
        "http://pub lic.example/",
        "http://-bad-.example/",
        ""
      })
  void addressesThatCouldBeReadInTwoWaysAreRefused(String address) {
    name("public.example", "93.184.216.34");

    assertNotAllowed(address);
    assertThat(lookUps).isEmpty();
  }

  @Test
  void aNameThatLeadsInsideIsRefused() {
    name("inside.example", "10.0.0.1");
    name("both.example", "93.184.216.34 127.0.0.1");
    name("localhost", "127.0.0.1");

    assertNotAllowed("http://inside.example/");
    assertNotAllowed("http://both.example/");
    assertNotAllowed("http://localhost/");
    assertNotAllowed("https://INSIDE.example/");
  }

  @Test
  void aNameServerThatChangesItsAnswerIsAskedOnce() throws Exception {
    TinyServer server = server(TinyServer.saying(OK, BODY));
    name("rebind.example", "127.0.0.2", "127.0.0.3");
    PinnedFetcher fetcher = fetcher("127.0.0.2:" + server.port());
    fetcher.ports = "80,443," + server.port();
    fetcher.open();

    fetcher.fetch("http://rebind.example:" + server.port() + "/", 99);

    assertThat(lookUps).containsExactly("rebind.example");
    assertThat(server.addresses).containsExactly("127.0.0.2");
    assertThat(refusal(fetcher, "http://rebind.example:" + server.port() + "/").reason())
        .isEqualTo(Reason.URL_NOT_ALLOWED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://169.254.169.254/",
        "http://[::1]/",
        "http://2130706433/",
        "file:///etc/passwd",
        "http://public.example:22/",
        "http://inside.example/",
        "//inside.example/",
        "http://user@public.example/",
        ":"
      })
  void aRedirectToSuchAPlaceIsRefused(String location) throws Exception {
    TinyServer server =
        server(
            TinyServer.saying("HTTP/1.1 302 Found\nLocation: " + location + "\n\n", new byte[0]));
    name("public.example", "127.0.0.1");
    name("inside.example", "10.0.0.1");

    FetchException refused =
        refusal(allowing(server), "http://public.example:" + server.port() + "/");

    assertThat(refused.reason()).isEqualTo(Reason.URL_NOT_ALLOWED);
    assertThat(server.requests).hasSize(1);
  }

  @Test
  void aRedirectOfARebindingNameIsLookedUpAnew() throws Exception {
    TinyServer server =
        server(TinyServer.saying("HTTP/1.1 307 Again\nLocation: /again\n\n", new byte[0]));
    name("rebind.example", "127.0.0.2", "127.0.0.3");
    PinnedFetcher fetcher = fetcher("127.0.0.2:" + server.port());
    fetcher.ports = "" + server.port();
    fetcher.open();

    assertThat(refusal(fetcher, "http://rebind.example:" + server.port() + "/").reason())
        .isEqualTo(Reason.URL_NOT_ALLOWED);
    assertThat(server.addresses).containsExactly("127.0.0.2");
  }

  @Test
  void threeRedirectsAreFollowedAndNoMore() throws Exception {
    TinyServer server =
        server(
            new TinyServer(
                (request, out) -> {
                  int hop = Integer.parseInt(request.split("[/ ]", 4)[2]);
                  String head =
                      hop == 0
                          ? "HTTP/1.1 200 OK\r\n\r\n" + "end"
                          : "HTTP/1.1 301 Moved\r\nLocation: /" + (hop - 1) + "\r\n\r\n";
                  out.write(head.getBytes(ISO_8859_1));
                }));
    name("public.example", "127.0.0.1");
    PinnedFetcher fetcher = allowing(server);
    String base = "http://public.example:" + server.port();

    assertThat(fetcher.fetch(base + "/3", 99)).isEqualTo("end".getBytes(ISO_8859_1));
    assertThat(refusal(fetcher, base + "/4").reason()).isEqualTo(Reason.URL_REFUSED);
  }

  @Test
  @Timeout(60)
  void tooManyBytesAreNotReadWhateverTheHeadSays() throws Exception {
    TinyServer announced =
        server(TinyServer.saying("HTTP/1.1 200 OK\nContent-Length: 10737418240\n\n", BODY));
    TinyServer endless =
        server(
            new TinyServer(
                (request, out) -> {
                  out.write(OK.replace("\n", "\r\n").getBytes(ISO_8859_1));
                  for (byte[] block = new byte[1 << 16]; ; ) {
                    out.write(block);
                  }
                }));
    name("public.example", "127.0.0.1");

    for (TinyServer server : List.of(announced, endless)) {
      assertThat(refusal(allowing(server), "http://public.example:" + server.port() + "/").reason())
          .isEqualTo(Reason.URL_TOO_LARGE);
    }
  }

  @Test
  void compressedContentIsNotInflated() throws Exception {
    TinyServer server =
        server(TinyServer.saying("HTTP/1.1 200 OK\nContent-Encoding: gzip\n\n", BODY));
    name("public.example", "127.0.0.1");

    assertThat(allowing(server).fetch("http://public.example:" + server.port() + "/", 99))
        .isEqualTo(BODY);
  }

  @Test
  @Timeout(60)
  void whoSendsAByteNowAndThenIsCutOff() throws Exception {
    TinyServer body = server(new TinyServer(dripping(OK.replace("\n", "\r\n"))));
    TinyServer head = server(new TinyServer(dripping("")));
    TinyServer silent = server(new TinyServer((request, out) -> Thread.sleep(600_000)));
    name("public.example", "127.0.0.1");

    for (TinyServer server : List.of(body, head, silent)) {
      PinnedFetcher fetcher = allowing(server);
      fetcher.timeout = Duration.ofMillis(700);
      assertThat(refusal(fetcher, "http://public.example:" + server.port() + "/").reason())
          .isEqualTo(Reason.URL_TOO_SLOW);
    }
  }

  @Test
  @Timeout(60)
  void aNameServerThatDoesNotAnswerIsNotWaitedFor() {
    PinnedFetcher fetcher = fetcher();
    fetcher.timeout = Duration.ofMillis(300);
    fetcher.names =
        name -> {
          sleep();
          throw new UnknownHostException(name);
        };
    fetcher.open();

    assertThat(refusal(fetcher, "http://silent.example/").reason()).isEqualTo(Reason.URL_TOO_SLOW);
  }

  private static void sleep() {
    try {
      Thread.sleep(600_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void whatIsNoSuccessIsRefused() throws Exception {
    TinyServer server = server(TinyServer.saying("HTTP/1.1 404 Not Found\n\n", BODY));
    name("public.example", "127.0.0.1");

    assertThat(refusal(allowing(server), "http://public.example:" + server.port() + "/").reason())
        .isEqualTo(Reason.URL_REFUSED);
    assertThat(refusal(allowing(server), "http://nobody.example/").reason())
        .isEqualTo(Reason.URL_UNREACHABLE);
  }

  @Test
  void plainHttpCanBeForbidden() {
    PinnedFetcher fetcher = fetcher();
    fetcher.plainHttp = false;
    fetcher.open();

    assertThat(refusal(fetcher, "http://93.184.216.34/").reason())
        .isEqualTo(Reason.URL_NOT_ALLOWED);
  }

  @Test
  void theOperatorsListOpensNoMoreThanItSays() {
    PinnedFetcher fetcher = fetcher("*.intranet", "10.1.0.0/16", "media.lan:8080");
    name("a.intranet", "10.9.9.9");
    name("media.lan", "192.168.1.5");

    assertThat(refusal(fetcher, "http://10.2.0.1/").reason()).isEqualTo(Reason.URL_NOT_ALLOWED);
    assertThat(refusal(fetcher, "http://media.lan/").reason()).isEqualTo(Reason.URL_NOT_ALLOWED);
    assertThat(refusal(fetcher, "http://a.intranet:8080/").reason())
        .isEqualTo(Reason.URL_NOT_ALLOWED);
    assertThat(refusal(fetcher, "http://intranet.example/").reason())
        .isEqualTo(Reason.URL_UNREACHABLE);
  }

  private static TinyServer.Script dripping(String first) {
    return (request, out) -> {
      out.write(first.getBytes(ISO_8859_1));
      for (int i = 0; i < 200; i++) {
        out.write('x');
        out.flush();
        Thread.sleep(100);
      }
    };
  }

  private void assertNotAllowed(String address) {
    assertThat(refusal(fetcher(), address).reason()).isEqualTo(Reason.URL_NOT_ALLOWED);
  }

  private static FetchException refusal(PinnedFetcher fetcher, String address) {
    return catchThrowableOfType(FetchException.class, () -> fetcher.fetch(address, 1 << 20));
  }

  private PinnedFetcher allowing(TinyServer server) {
    return fetcher("public.example:" + server.port());
  }

  private PinnedFetcher fetcher(String... allowed) {
    PinnedFetcher fetcher = new PinnedFetcher();
    fetcher.allowedHosts = Optional.of(String.join(", ", allowed));
    fetcher.names = this::addresses;
    fetcher.open();
    open.add(fetcher::close);
    return fetcher;
  }

  private TinyServer server(TinyServer server) {
    open.add(server);
    return server;
  }

  /** Each answer is given once, the last one for ever; several addresses with blanks between. */
  private void name(String name, String... answers) {
    names.put(name, new ArrayDeque<>(List.of(answers)));
  }

  private List<InetAddress> addresses(String name) throws UnknownHostException {
    if (name.matches("[0-9.]+|.*:.*")) {
      return List.of(InetAddress.getAllByName(name));
    }
    lookUps.add(name);
    Deque<String> answers = names.get(name);
    if (answers == null) {
      throw new UnknownHostException(name);
    }
    String answer = answers.size() > 1 ? answers.poll() : answers.peek();
    return Stream.of(answer.split(" ")).map(PinnedFetcherTest::address).toList();
  }

  private static InetAddress address(String text) {
    try {
      return InetAddress.getByName(text);
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
