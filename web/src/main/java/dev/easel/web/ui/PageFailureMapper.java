package dev.easel.web.ui;

import dev.easel.web.api.Wordings;
import dev.easel.web.error.Refusal;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** Whatever is thrown under a page's address is answered by a page. */
public class PageFailureMapper implements ExceptionMapper<Throwable> {

  @Inject ErrorPage pages;
  @Inject Wordings wordings;
  @Context HttpServletRequest request;
  @Context HttpServletResponse response;

  @Override
  public Response toResponse(Throwable thrown) {
    Refusal refusal = Refusal.of(thrown);
    int status = wordings.word(refusal, wordings.asked(request)).status();
    return Response.status(status)
        .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
        .entity(pages.render(status, refusal, request, response))
        .build();
  }
}
