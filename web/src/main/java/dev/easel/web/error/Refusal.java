package dev.easel.web.error;

import static java.util.stream.Collectors.toMap;

import dev.easel.domain.asset.BlobStore.StorageException;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import jakarta.json.JsonException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A failure normalised once; each dialect only words it.
 *
 * @param fields offending request fields and reasons
 * @param details machine-readable facts, words and whole numbers
 */
public record Refusal(
    FailureCode code,
    String message,
    Map<String, String> fields,
    Map<String, Object> details,
    Optional<Duration> retryAfter) {

  private static final Logger LOG = Logger.getLogger(Refusal.class.getName());

  public static Refusal of(Throwable thrown) {
    Throwable cause = unwrapped(thrown);
    if (cause instanceof FailureException failure) {
      return new Refusal(
          failure.code(),
          failure.getMessage(),
          failure.fields(),
          failure.details(),
          failure.retryAfter());
    }
    if (cause instanceof ConstraintViolationException violations) {
      return plain(FailureCode.INVALID_REQUEST, "The request is not valid", fields(violations));
    }
    if (cause instanceof WebApplicationException web) {
      return ofStatus(web.getResponse().getStatus(), web);
    }
    if (cause instanceof ProcessingException || cause instanceof JsonException) {
      return plain(FailureCode.INVALID_REQUEST, "The request body is not readable", Map.of());
    }
    if (cause instanceof StorageException) {
      return unavailable("storage", cause);
    }
    if (CallerGone.isIn(thrown)) {
      return plain(FailureCode.INVALID_REQUEST, "The caller did not wait for the answer", Map.of());
    }
    return DatabaseTrouble.isIn(thrown) ? unavailable("database", thrown) : defect(cause);
  }

  /** What the container refused by itself, such as an unknown route. */
  public static Refusal ofStatus(int status, Throwable cause) {
    FailureCode code = code(status);
    return code == FailureCode.INTERNAL ? defect(cause) : plain(code, message(code), Map.of());
  }

  private static Refusal plain(FailureCode code, String message, Map<String, String> fields) {
    return new Refusal(code, message, fields, Map.of(), Optional.empty());
  }

  private static Refusal unavailable(String part, Throwable cause) {
    LOG.log(Level.WARNING, cause, () -> "The " + part + " did not serve a request");
    return new Refusal(
        FailureCode.MAINTENANCE,
        message(FailureCode.MAINTENANCE),
        Map.of(),
        Map.of("reason", part + "_unavailable"),
        Optional.of(Duration.ofSeconds(2)));
  }

  /** The caller gets a reference that the log bears too, and nothing else. */
  private static Refusal defect(Throwable cause) {
    String reference = UUID.randomUUID().toString();
    LOG.log(Level.SEVERE, cause, () -> "Defect, reference " + reference);
    return new Refusal(
        FailureCode.INTERNAL,
        "Something broke on our side; quote reference " + reference,
        Map.of(),
        Map.of("reference", reference),
        Optional.empty());
  }

  /** EJB and CDI proxies wrap what is no application exception. */
  private static Throwable unwrapped(Throwable thrown) {
    Throwable cause = thrown;
    for (int depth = 0; depth < 8 && cause.getCause() != null; depth++) {
      if (cause instanceof FailureException
          || cause instanceof StorageException
          || cause instanceof WebApplicationException) {
        return cause;
      }
      if (!(cause.getCause() instanceof FailureException)
          && !(cause.getCause() instanceof StorageException)
          && !(cause instanceof jakarta.ejb.EJBException)) {
        return cause;
      }
      cause = cause.getCause();
    }
    return cause;
  }

  private static FailureCode code(int status) {
    return switch (status) {
      case 401 -> FailureCode.UNAUTHENTICATED;
      case 403 -> FailureCode.FORBIDDEN;
      case 404 -> FailureCode.NOT_FOUND;
      case 405 -> FailureCode.METHOD_NOT_ALLOWED;
      case 406 -> FailureCode.NOT_ACCEPTABLE;
      case 413 -> FailureCode.PAYLOAD_TOO_LARGE;
      case 415 -> FailureCode.UNSUPPORTED_MEDIA_TYPE;
      case 429 -> FailureCode.RATE_LIMITED;
      case 503 -> FailureCode.MAINTENANCE;
      default -> status < 500 ? FailureCode.INVALID_REQUEST : FailureCode.INTERNAL;
    };
  }

  private static String message(FailureCode code) {
    return switch (code) {
      case NOT_FOUND -> "There is nothing at this address";
      case METHOD_NOT_ALLOWED -> "This address does not answer to that method";
      case NOT_ACCEPTABLE -> "None of the accepted media types can be sent";
      case UNSUPPORTED_MEDIA_TYPE -> "The body is of a media type that this address does not take";
      case PAYLOAD_TOO_LARGE -> "The request body is too large";
      case MAINTENANCE -> "The service is not available at the moment";
      case UNAUTHENTICATED -> "An API key is required";
      default -> "The request is not valid";
    };
  }

  private static Map<String, String> fields(ConstraintViolationException violations) {
    return violations.getConstraintViolations().stream()
        .collect(toMap(Refusal::field, ConstraintViolation::getMessage, (a, b) -> a + "; " + b));
  }

  private static String field(ConstraintViolation<?> violation) {
    String path = violation.getPropertyPath().toString();
    return path.substring(path.lastIndexOf('.') + 1);
  }
}
