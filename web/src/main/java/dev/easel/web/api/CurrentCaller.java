package dev.easel.web.api;

import dev.easel.domain.identity.Caller;
import jakarta.enterprise.context.RequestScoped;

/** The caller of this request, once {@link CallerFilter} has judged the credentials. */
@RequestScoped
public class CurrentCaller {

  private Caller caller;

  void identify(Caller proven) {
    caller = proven;
  }

  /** Null on routes that are open to everybody. */
  public Caller get() {
    return caller;
  }
}
