package dev.easel.web.api;

import jakarta.ws.rs.core.Response;

/** Reason phrases; the server would write CUSTOM for those JAX-RS does not know. */
final class ReasonPhrase {

  private ReasonPhrase() {}

  static String of(int status) {
    if (status == 422) {
      return "Unprocessable Content";
    }
    Response.Status known = Response.Status.fromStatusCode(status);
    return known == null ? "Error" : known.getReasonPhrase();
  }
}
