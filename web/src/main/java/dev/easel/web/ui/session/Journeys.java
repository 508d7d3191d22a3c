package dev.easel.web.ui.session;

import dev.easel.domain.session.Device;
import dev.easel.service.sso.ExternalSignIns.Journey;
import dev.easel.web.api.ClientAddress;
import dev.easel.web.api.Links;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import java.net.URI;

/** Tells where this browser is on its way to a provider and back. */
@RequestScoped
public class Journeys {

  @Inject ClientAddress addresses;
  @Inject Links links;
  @Inject Visit visit;
  @Context HttpServletRequest request;

  /**
   * @param provider slug of the provider
   * @param agent what the browser calls itself, may be null
   */
  Journey of(String provider, String agent) {
    URI callback = URI.create(links.base(request) + "/app/sign-in/with/" + provider + "/callback");
    return new Journey(visit.token(), new Device(addresses.of(request), agent), callback);
  }
}
