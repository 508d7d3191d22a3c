package dev.easel.service.gallery;

import java.time.Instant;
import java.util.Optional;

/**
 * What is to be so of a share; absent parts stay as they are.
 *
 * @param password empty text for none
 * @param expires an empty inner value for never
 */
public record ShareWish(
    Optional<String> password,
    Optional<Optional<Instant>> expires,
    Optional<Boolean> download,
    Optional<Boolean> metadata) {}
