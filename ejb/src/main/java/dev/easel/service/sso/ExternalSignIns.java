package dev.easel.service.sso;

import dev.easel.domain.identity.User;
import dev.easel.domain.session.BrowserToken;
import dev.easel.domain.session.Device;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.sso.Departure;
import dev.easel.domain.sso.ExternalSignIn;
import dev.easel.domain.sso.ProviderTerms;
import dev.easel.domain.sso.SignInAttempt;
import dev.easel.domain.sso.SignInProvider;
import dev.easel.service.limit.SignInLimits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;

/**
 * Sends browsers to identity providers and takes them back. No transaction spans it: the provider
 * takes its time, for which no connection is held.
 */
@ApplicationScoped
public class ExternalSignIns {

  @Inject SignInProviders providers;
  @Inject SignInProvider protocol;
  @Inject ExternalSignInSteps steps;
  @Inject LinkSteps links;
  @Inject SignInLimits limits;

  /**
   * Where a browser is, and where it goes.
   *
   * @param token its cookie
   * @param callback where the provider sends it back to
   */
  public record Journey(BrowserToken token, Device device, URI callback) {}

  /**
   * Somebody who came back.
   *
   * @param token what the browser is known by from now on; empty if it stays as it was
   * @param next the page it wanted
   */
  public record Arrival(Optional<BrowserToken> token, Optional<String> next) {}

  /**
   * Begins a sign-in.
   *
   * @return the provider's page
   * @throws FailureException {@code NOT_FOUND} if there is no such provider, {@code MAINTENANCE} if
   *     it cannot be reached, {@code RATE_LIMITED} after too many that never arrived
   */
  public URI depart(String provider, Journey journey, Optional<String> next) {
    return depart(provider, journey, next, Optional.empty());
  }

  /**
   * Begins to link an identity to an account, whose owner is known to be there.
   *
   * @return the provider's page
   * @throws FailureException as {@link #depart}
   */
  public URI departToLink(String provider, Journey journey, String userId) {
    return depart(provider, journey, Optional.of("account"), Optional.of(userId));
  }

  private URI depart(
      String provider, Journey journey, Optional<String> next, Optional<String> linkTo) {
    ProviderTerms terms = providers.get(provider);
    limits.takeDeparture(journey.device().address());
    Departure departure = protocol.depart(terms, journey.callback());
    steps.begin(departure, journey.token(), provider, next, linkTo);
    return departure.location();
  }

  /**
   * Ends a sign-in: the first visit makes an account, each visit gives and takes what the groups
   * say. One that was begun to link an identity links it, and the browser stays who it is.
   *
   * @param state as it came with the answer, may be null
   * @param answered the address the browser came back to
   * @throws FailureException {@code FORBIDDEN} if this browser began no such sign-in, the provider
   *     says no, or its groups give nothing here; {@code CONFLICT} if the address is an account's
   *     that is not linked; {@code MAINTENANCE} if the provider cannot be reached
   */
  public Arrival arrive(String provider, Journey journey, String state, URI answered) {
    ProviderTerms terms = providers.get(provider);
    SignInAttempt attempt =
        Optional.ofNullable(state)
            .flatMap(sent -> steps.take(sent, journey.token(), provider))
            .orElseThrow(ExternalSignIns::notBegun);
    ExternalSignIn signIn = protocol.complete(terms, attempt, answered, journey.callback());
    limits.giveDepartureBack(journey.device().address());
    if (attempt.linkTo().isPresent()) {
      links.link(terms, signIn, attempt.linkTo().get(), journey);
      return new Arrival(Optional.empty(), attempt.next());
    }
    BrowserToken token = signedIn(terms, signIn, attempt, journey.device());
    return new Arrival(Optional.of(token), attempt.next().filter(page -> !steps.isOver(page)));
  }

  /** What concerns an account that is there is noted with it. */
  private BrowserToken signedIn(
      ProviderTerms terms, ExternalSignIn signIn, SignInAttempt attempt, Device device) {
    try {
      User user = settled(terms, signIn, attempt.next(), device);
      return steps.open(terms, user, signIn, device);
    } catch (FailureException e) {
      steps.refused(terms, signIn, device);
      throw e;
    }
  }

  /** Of two first visits at one moment the second finds the account the first made. */
  private User settled(
      ProviderTerms terms, ExternalSignIn signIn, Optional<String> next, Device device) {
    try {
      return steps.settle(terms, signIn, next, device);
    } catch (FailureException e) {
      if (e.code() != FailureCode.CONFLICT) {
        throw e;
      }
      return steps.settle(terms, signIn, next, device);
    }
  }

  private static FailureException notBegun() {
    return FailureException.of(
        FailureCode.FORBIDDEN, "This sign-in was not begun in this browser, or is over");
  }
}
