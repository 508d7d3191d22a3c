package dev.easel.web.ui;

import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Models;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** What is to be corrected is told on the page it was sent from. */
@RequestScoped
public class Corrections {

  private static final Set<FailureCode> SHOWN =
      Set.of(FailureCode.INVALID_REQUEST, FailureCode.CONFLICT);

  @Inject Models models;

  /**
   * Does something and shows a page.
   *
   * @param change has to be done
   * @param typed what the form brought, as {@code fields} of the page if it was refused
   * @param page puts what it shows and names the view, with the fields or without
   */
  public Response after(Runnable change, Map<String, String> typed, Supplier<String> page) {
    try {
      change.run();
      models.put("done", true);
      return Response.ok(page.get()).build();
    } catch (FailureException refused) {
      if (!SHOWN.contains(refused.code())) {
        throw refused;
      }
      String view = page.get();
      if (!typed.isEmpty()) {
        models.put("fields", typed);
      }
      models.put("refusal", refused.getMessage());
      models.put("wrong", refused.fields());
      int status = refused.code() == FailureCode.CONFLICT ? 409 : 400;
      return Response.status(status).entity(view).build();
    }
  }
}
