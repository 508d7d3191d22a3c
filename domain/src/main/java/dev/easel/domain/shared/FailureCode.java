package dev.easel.domain.shared;

/**
 * Every way a use case may refuse or fail. HTTP statuses and wire codes belong to the dialects:
 * each words all constants in exhaustive switches, so adding one breaks them until it is answered.
 */
public enum FailureCode {
  /** A parameter is missing, malformed or out of range. */
  INVALID_REQUEST,
  /** An input image is unreadable, too large or of a kind that is not accepted. */
  INVALID_IMAGE,
  /** The prompt offends the content policy. */
  CONTENT_REJECTED,
  UNAUTHENTICATED,
  FORBIDDEN,
  /** The model needs the VIP entitlement, which the tenant's plan lacks. */
  VIP_REQUIRED,
  /** The key's own list of models does not name this one. */
  MODEL_NOT_ALLOWED,
  NOT_FOUND,
  /** No model of that id is in the catalogue. */
  MODEL_NOT_FOUND,
  /** The model is in the catalogue but the operator configured no route to it. */
  MODEL_NOT_CONFIGURED,
  /** The model has a route which cannot serve at the moment. */
  MODEL_UNAVAILABLE,
  METHOD_NOT_ALLOWED,
  NOT_ACCEPTABLE,
  UNSUPPORTED_MEDIA_TYPE,
  PAYLOAD_TOO_LARGE,
  /** The resource is in a state that does not allow the action. */
  CONFLICT,
  /** The idempotency key was used before with another body. */
  IDEMPOTENCY_MISMATCH,
  /** A request with the same idempotency key is being accepted at this moment. */
  IDEMPOTENCY_IN_PROGRESS,
  INSUFFICIENT_CREDITS,
  RATE_LIMITED,
  GENERATION_FAILED,
  TIMEOUT,
  /** The server is draining or a store it needs is down; nothing was written. */
  MAINTENANCE,
  /** A defect of ours. */
  INTERNAL
}
