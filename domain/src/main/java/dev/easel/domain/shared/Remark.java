package dev.easel.domain.shared;

/**
 * A machine-readable warning that travels with a result.
 *
 * @param code snake_case, such as {@code partial_result}
 * @param message one English sentence for people
 */
public record Remark(String code, String message) {}
