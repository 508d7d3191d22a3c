package dev.easel.web.ui.session;

import dev.easel.service.session.PasswordDesk;
import dev.easel.service.session.SecondFactors;
import dev.easel.service.session.Sessions;
import dev.easel.service.session.Visitor;
import dev.easel.service.sso.LinkDesk;
import dev.easel.service.sso.SignInProviders;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Models;
import jakarta.ws.rs.core.Response;

/** The page of one's own account. */
@RequestScoped
public class AccountPage {

  @Inject Sessions sessions;
  @Inject SecondFactors factors;
  @Inject LinkDesk links;
  @Inject SignInProviders providers;
  @Inject Visit visit;
  @Inject Models models;

  String show() {
    Visitor visitor = visit.visitor().orElseThrow();
    models.put("sessions", sessions.list(visitor));
    models.put("tenants", sessions.tenants(visitor));
    models.put("factor", factors.isOn(visitor.user().id()));
    models.put("shortest", PasswordDesk.SHORTEST);
    models.put("identities", links.list(visitor));
    models.put("providers", providers.all());
    return "session/account.html";
  }

  /** The same with the reason why an identity was not linked or unlinked. */
  Response again(int status, String refusal) {
    models.put("identityRefusal", refusal);
    return Response.status(status).entity(show()).build();
  }
}
