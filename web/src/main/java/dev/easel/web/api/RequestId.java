package dev.easel.web.api;

import dev.easel.domain.shared.Ids;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/** X-Request-ID: the client's if it is harmless, else ours. Source: seed 001 "Common Headers". */
public final class RequestId {

  public static final String HEADER = "X-Request-ID";

  private static final String ATTRIBUTE = RequestId.class.getName();
  private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{1,128}");

  private RequestId() {}

  public static String of(HttpServletRequest request) {
    Object known = request.getAttribute(ATTRIBUTE);
    if (known != null) {
      return known.toString();
    }
    String sent = request.getHeader(HEADER);
    boolean usable = sent != null && HARMLESS.matcher(sent).matches();
    String id = usable ? sent : Ids.random("req");
    request.setAttribute(ATTRIBUTE, id);
    return id;
  }
}
