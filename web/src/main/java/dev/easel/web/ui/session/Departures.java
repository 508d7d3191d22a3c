package dev.easel.web.ui.session;

import dev.easel.domain.shared.FailureException;
import dev.easel.service.sso.ExternalSignIns;
import dev.easel.web.ui.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;

/** Sends a browser to a provider, or shows the page again that it wanted to leave. */
@RequestScoped
public class Departures {

  @Inject ExternalSignIns signIns;
  @Inject Journeys journeys;
  @Inject SignInPage page;
  @Inject Texts texts;

  /**
   * @param provider slug of the provider
   * @param next the page to go to afterwards, may be null
   */
  Response to(String provider, String next, String agent) {
    try {
      Optional<String> wanted = Optional.ofNullable(next).filter(sent -> !sent.isBlank());
      URI location = signIns.depart(provider, journeys.of(provider, agent), wanted);
      return Response.seeOther(location).build();
    } catch (FailureException refused) {
      return again(refused, next);
    }
  }

  /** The sign-in page with what a provider, or we, did not like. */
  Response again(FailureException refused, String next) {
    return switch (refused.code()) {
      case FORBIDDEN -> page.again(403, next, reason(refused));
      case CONFLICT -> page.again(409, next, texts.of("session.external-link-first"));
      case RATE_LIMITED -> page.again(429, next, texts.of("session.too-often"));
      case MAINTENANCE -> page.again(503, next, texts.of("session.external-silent"));
      default -> throw refused;
    };
  }

  private String reason(FailureException refused) {
    return switch (String.valueOf(refused.details().get("reason"))) {
      case "no_organisation" -> texts.of("session.external-no-organisation");
      case "no_address" -> texts.of("session.external-no-address");
      default -> texts.of("session.external-refused");
    };
  }
}
