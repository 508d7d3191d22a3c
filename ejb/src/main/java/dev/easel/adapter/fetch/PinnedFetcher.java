package dev.easel.adapter.fetch;

import static java.util.stream.Collectors.toSet;

import dev.easel.domain.fetch.FetchException;
import dev.easel.domain.fetch.FetchException.Reason;
import dev.easel.domain.fetch.SafeFetcher;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Fetches by Apache HttpClient. For each hop the host is looked up once, every address found is
 * judged, and the connection is made to these addresses, whatever the name server says a moment
 * later. A redirect is a new hop. One deadline covers the whole.
 */
@ApplicationScoped
public class PinnedFetcher implements SafeFetcher {

  private static final int MOST_REDIRECTS = 3;

  @Inject
  @ConfigProperty(name = "easel.fetch.plain-http", defaultValue = "true")
  boolean plainHttp = true;

  @Inject
  @ConfigProperty(name = "easel.fetch.ports", defaultValue = "80,443")
  String ports = "80,443";

  @Inject
  @ConfigProperty(name = "easel.fetch.allowed-hosts")
  Optional<String> allowedHosts = Optional.empty();

  @Inject
  @ConfigProperty(name = "easel.fetch.timeout", defaultValue = "PT10S")
  Duration timeout = Duration.ofSeconds(10);

  @Inject
  @ConfigProperty(name = "easel.fetch.at-once", defaultValue = "8")
  int atOnce = 8;

  Names names = Names.ofSystem();

  private FetchRules rules;
  private Semaphore free;
  private Deadlines deadlines;
  private LookUps lookUps;

  @PostConstruct
  void open() {
    AllowList allowed = new AllowList(List.of(allowedHosts.orElse("").split(",")));
    rules = new FetchRules(plainHttp, numbers(ports), allowed, names);
    free = new Semaphore(Math.max(1, atOnce), true);
    deadlines = new Deadlines();
    lookUps = new LookUps();
  }

  private static Set<Integer> numbers(String text) {
    return Stream.of(text.split(",")).map(String::strip).map(Integer::valueOf).collect(toSet());
  }

  @PreDestroy
  void close() {
    deadlines.close();
    lookUps.close();
  }

  @Override
  public byte[] fetch(String address, int mostBytes) {
    FetchTarget target = FetchTarget.of(address);
    rules.judge(target);
    enter();
    try (Deadlines.Deadline deadline = deadlines.in(timeout)) {
      return fetch(target, mostBytes, deadline);
    } finally {
      free.release();
    }
  }

  private void enter() {
    try {
      if (!free.tryAcquire(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new FetchException(Reason.URL_TOO_SLOW, "was not read: too many others are");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FetchException(Reason.URL_TOO_SLOW, "was not read: the server stops", e);
    }
  }

  private byte[] fetch(FetchTarget first, int mostBytes, Deadlines.Deadline deadline) {
    FetchTarget target = first;
    for (int hops = 0; hops <= MOST_REDIRECTS; hops++) {
      rules.judge(target);
      Answer answer = get(target, addresses(target, deadline), mostBytes, deadline);
      if (answer.redirect == null) {
        return answer.content;
      }
      target = target.redirected(answer.redirect);
    }
    throw new FetchException(
        Reason.URL_REFUSED, "redirects more than " + MOST_REDIRECTS + " times");
  }

  private List<InetAddress> addresses(FetchTarget target, Deadlines.Deadline deadline) {
    return lookUps.within(deadline.left(), () -> rules.addresses(target));
  }

  /** Either of the two. */
  private static final class Answer {
    private final byte[] content;
    private final String redirect;

    Answer(byte[] content, String redirect) {
      this.content = content;
      this.redirect = redirect;
    }
  }

  private Answer get(
      FetchTarget target, List<InetAddress> addresses, int mostBytes, Deadlines.Deadline deadline) {
    HttpGet request = new HttpGet(target.uri());
    deadline.onExpiry(request::cancel);
    try (PinnedClient client = new PinnedClient(target, addresses, deadline.left())) {
      return client.execute(request, response -> answer(response, mostBytes));
    } catch (IOException | IllegalStateException e) {
      // A cancelled request ends in exceptions of many kinds.
      if (deadline.isOver()) {
        throw new FetchException(
            Reason.URL_TOO_SLOW, "did not come within " + timeout.toSeconds() + " s", e);
      }
      throw new FetchException(Reason.URL_UNREACHABLE, "cannot be reached", e);
    }
  }

  private static Answer answer(ClassicHttpResponse response, int mostBytes) throws IOException {
    int status = response.getCode();
    Header location = response.getFirstHeader("Location");
    if (List.of(301, 302, 303, 307, 308).contains(status) && location != null) {
      return new Answer(null, location.getValue());
    }
    if (status != 200 || response.getEntity() == null) {
      throw new FetchException(Reason.URL_REFUSED, "is answered with status " + status);
    }
    if (response.getEntity().getContentLength() > mostBytes) {
      throw tooLarge(mostBytes);
    }
    byte[] content = response.getEntity().getContent().readNBytes(mostBytes + 1);
    if (content.length > mostBytes) {
      throw tooLarge(mostBytes);
    }
    return new Answer(content, null);
  }

  private static FetchException tooLarge(int mostBytes) {
    return new FetchException(Reason.URL_TOO_LARGE, "exceeds " + (mostBytes >> 20) + " MB");
  }
}
