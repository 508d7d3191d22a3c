package dev.easel.web.api;

import dev.easel.domain.shared.FailureException;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Set;

/**
 * Turns whatever is thrown into the dialect's envelope. Three classes, because Jersey's own mappers
 * are more specific than one upon {@link Throwable}.
 */
public final class ErrorMappers {

  private ErrorMappers() {}

  /** For the {@code getClasses} of every dialect. */
  public static Set<Class<?>> all() {
    return Set.of(OfFailure.class, OfViolation.class, OfAnything.class);
  }

  /** Refusals of our own. */
  public static class OfFailure implements ExceptionMapper<FailureException> {
    @Inject Wordings wordings;
    @Context HttpServletRequest request;

    @Override
    public Response toResponse(FailureException e) {
      return wordings.response(e, request);
    }
  }

  /** Bean Validation. */
  public static class OfViolation implements ExceptionMapper<ConstraintViolationException> {
    @Inject Wordings wordings;
    @Context HttpServletRequest request;

    @Override
    public Response toResponse(ConstraintViolationException e) {
      return wordings.response(e, request);
    }
  }

  /** Routes, methods, media types, broken bodies and defects. */
  public static class OfAnything implements ExceptionMapper<Throwable> {
    @Inject Wordings wordings;
    @Context HttpServletRequest request;

    @Override
    public Response toResponse(Throwable e) {
      return wordings.response(e, request);
    }
  }
}
