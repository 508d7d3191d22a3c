package dev.easel.web.api.openai;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.concurrent.TimeUnit;

/** Tells how long we took ({@code openai-processing-ms}) and that answers are not to be kept. */
@PreMatching
public class AnswerHeaders implements ContainerRequestFilter, ContainerResponseFilter {

  private static final String BEGAN = AnswerHeaders.class.getName();

  @Override
  public void filter(ContainerRequestContext request) {
    request.setProperty(BEGAN, System.nanoTime());
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(BEGAN) instanceof Long began) {
      long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
      response.getHeaders().putSingle("openai-processing-ms", took);
    }
    response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
