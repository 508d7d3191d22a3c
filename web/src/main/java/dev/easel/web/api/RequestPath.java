package dev.easel.web.api;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/** The path the client asked for, also after an internal forward to the error page. */
public final class RequestPath {

  private RequestPath() {}

  public static String of(HttpServletRequest request) {
    Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    String uri = failed == null ? request.getRequestURI() : failed.toString();
    return uri.substring(request.getContextPath().length());
  }
}
