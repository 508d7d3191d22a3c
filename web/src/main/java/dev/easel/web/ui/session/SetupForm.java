package dev.easel.web.ui.session;

import dev.easel.service.session.ServerSetup;
import jakarta.ws.rs.FormParam;

/** What was typed into the set-up page. */
public class SetupForm {

  @FormParam("token")
  private String token;

  @FormParam("organisation")
  private String organisation;

  @FormParam("email")
  private String email;

  @FormParam("password")
  private String password;

  public String token() {
    return text(token);
  }

  public String organisation() {
    return text(organisation);
  }

  public String email() {
    return text(email);
  }

  ServerSetup.Wish wish() {
    return new ServerSetup.Wish(organisation(), email(), text(password));
  }

  private static String text(String sent) {
    return sent == null ? "" : sent;
  }
}
