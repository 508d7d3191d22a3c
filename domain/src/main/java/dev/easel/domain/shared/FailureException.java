package dev.easel.domain.shared;

import static java.util.Objects.requireNonNull;

import jakarta.ejb.ApplicationException;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A refusal or failure the caller can act upon. Rolls the transaction back and crosses EJB
 * boundaries unwrapped.
 *
 * <p>{@code fields} maps the offending request field, in the dialect-neutral dotted form ({@code
 * parameters.width}), to the reason. {@code details} carries machine-readable facts for clients,
 * words and whole numbers ({@code reason=vip_required}, {@code limit=60}).
 */
@ApplicationException(rollback = true)
public class FailureException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final FailureCode code;
  private final transient Map<String, String> fields;
  private final transient Map<String, Object> details;
  private final Duration retryAfter;

  private FailureException(
      FailureCode code,
      String message,
      Map<String, String> fields,
      Map<String, Object> details,
      Duration retryAfter) {
    super(message);
    this.code = requireNonNull(code, "code");
    this.fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    this.details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    this.retryAfter = retryAfter;
  }

  public static FailureException of(FailureCode code, String message) {
    return new FailureException(code, message, Map.of(), Map.of(), null);
  }

  /** One field is wrong; the message names it. */
  public static FailureException invalid(String field, String reason) {
    return new FailureException(
        FailureCode.INVALID_REQUEST, field + " " + reason, Map.of(field, reason), Map.of(), null);
  }

  /** Several fields are wrong at once; the message names the first. */
  public static FailureException invalid(Map<String, String> fields) {
    Map.Entry<String, String> first = fields.entrySet().iterator().next();
    return new FailureException(
        FailureCode.INVALID_REQUEST,
        first.getKey() + " " + first.getValue(),
        fields,
        Map.of(),
        null);
  }

  /** Missing and foreign are one answer: a stranger learns nothing. */
  public static FailureException notFound(String kind, Object id) {
    return of(FailureCode.NOT_FOUND, "No " + kind + " " + id);
  }

  public FailureException with(String key, String value) {
    return withDetail(key, value);
  }

  public FailureException with(String key, long value) {
    return withDetail(key, value);
  }

  public FailureException onField(String field, String reason) {
    Map<String, String> more = new LinkedHashMap<>(fields());
    more.put(field, reason);
    return copy(more, details(), retryAfter);
  }

  public FailureException after(Duration wait) {
    return copy(fields(), details(), wait);
  }

  public FailureCode code() {
    return code;
  }

  public Map<String, String> fields() {
    return fields == null ? Map.of() : fields;
  }

  /** Each a {@code String} or a {@code Long}. */
  public Map<String, Object> details() {
    return details == null ? Map.of() : details;
  }

  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  private FailureException withDetail(String key, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(details());
    more.put(key, value);
    return copy(fields(), more, retryAfter);
  }

  private FailureException copy(
      Map<String, String> newFields, Map<String, Object> newDetails, Duration wait) {
    FailureException copy = new FailureException(code, getMessage(), newFields, newDetails, wait);
    copy.setStackTrace(getStackTrace());
    return copy;
  }
}
