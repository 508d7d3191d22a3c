package dev.easel.web.ui.session;

import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.Scope;
import dev.easel.domain.session.BrowserToken;
import dev.easel.domain.session.FormSeal;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.session.Visitor;
import dev.easel.web.ui.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** This browser during this request: its token, its form token, and who is signed in. */
@RequestScoped
public class Visit {

  /** The field of a form that bears its token. */
  public static final String FIELD = "_csrf";

  @Inject FormSeal seal;
  @Inject Texts texts;

  private BrowserToken token;
  private boolean fresh;
  private boolean renewed;
  private Visitor visitor;

  void begin(Optional<BrowserToken> sent) {
    fresh = sent.isEmpty();
    token = sent.orElseGet(BrowserToken::fresh);
  }

  /** Goes on under another token: nobody who knew the old one goes on with it. */
  public void become(BrowserToken other) {
    token = other;
    renewed = true;
  }

  void identify(Visitor found) {
    visitor = found;
  }

  BrowserToken token() {
    return token;
  }

  /** Whether the browser came without a token. */
  boolean isFresh() {
    return fresh;
  }

  /** Whether it goes on under another token, which it has to be told. */
  boolean isRenewed() {
    return renewed;
  }

  /** Empty if nobody is signed in. */
  public Optional<Visitor> visitor() {
    return Optional.ofNullable(visitor);
  }

  /**
   * Who is signed in, as services know it.
   *
   * @throws FailureException {@code UNAUTHENTICATED} if nobody is
   */
  public Caller caller() {
    return visitor()
        .map(Visitor::caller)
        .orElseThrow(
            () -> FailureException.of(FailureCode.UNAUTHENTICATED, texts.of("error.sign-in")));
  }

  /** Whether who is signed in may do this. */
  public boolean may(String scope) {
    return visitor != null && Scope.parse(scope).filter(visitor.caller()::may).isPresent();
  }

  /**
   * @throws FailureException {@code FORBIDDEN} if who is signed in may not do this
   */
  public void require(Scope scope) {
    if (!caller().may(scope)) {
      throw FailureException.of(FailureCode.FORBIDDEN, texts.of("error.role"));
    }
  }

  /** Whether who is signed in runs this server. */
  public boolean runsServer() {
    return visitor != null && visitor.caller().runsServer();
  }

  /**
   * Who runs this server.
   *
   * @throws FailureException {@code FORBIDDEN} if who is signed in does not
   */
  public Caller requireOperator() {
    if (!caller().runsServer()) {
      throw FailureException.of(FailureCode.FORBIDDEN, texts.of("error.operator"));
    }
    return caller();
  }

  /** What each form on this page bears in {@link #FIELD}. */
  public String formToken() {
    return seal.of(token);
  }

  /** What a form that orders bears in {@link Once#FIELD}. */
  public String once() {
    return Once.fresh();
  }

  boolean issued(String sent) {
    return seal.matches(token, sent);
  }
}
