package dev.easel.web.ui.session;

import dev.easel.service.session.AddressRules;
import dev.easel.service.session.LocalSignIn;
import dev.easel.service.session.ServerSetup;
import dev.easel.service.sso.SignInProviders;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Models;
import jakarta.ws.rs.core.Response;

/** The page with all ways to sign in. */
@RequestScoped
public class SignInPage {

  @Inject SignInProviders providers;
  @Inject ServerSetup setup;
  @Inject LocalSignIn local;
  @Inject AddressRules addresses;
  @Inject Models models;

  /**
   * @param next the page to go to afterwards, may be null
   */
  Response show(int status, String next) {
    models.put("next", next);
    models.put("providers", providers.all());
    models.put("open", local.isOpen());
    models.put("byAddress", addresses.exist());
    models.put("first", setup.keepsFirstPassword());
    return Response.status(status).entity("session/sign-in.html").build();
  }

  /** The same with the reason why it is there again. */
  Response again(int status, String next, String refusal) {
    models.put("refusal", refusal);
    return show(status, next);
  }
}
