package dev.easel.web.ui.session;

import dev.easel.domain.sso.ProviderTerms;
import dev.easel.service.sso.SignInProviders;
import dev.easel.web.ui.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Leads somebody to the identity provider that their e-mail address belongs to. */
@Controller
@RequestScoped
@Path("sign-in/address")
@Produces("text/html;charset=UTF-8")
public class AddressController {

  @Inject SignInProviders providers;
  @Inject Departures departures;
  @Inject SignInPage page;
  @Inject Models models;
  @Inject Texts texts;

  @POST
  public Response lead(
      @FormParam("email") String email,
      @FormParam("next") String next,
      @HeaderParam(HttpHeaders.USER_AGENT) String agent) {
    String typed = email == null ? "" : email;
    models.put("email", typed);
    Optional<ProviderTerms> provider = providers.ofAddress(typed);
    return provider.isPresent()
        ? departures.to(provider.get().slug(), next, agent)
        : page.again(404, next, texts.of("session.by-address-unknown"));
  }
}
