package dev.easel.service.gallery;

import java.util.Optional;

/**
 * What is to be said of a collection; absent parts stay as they are.
 *
 * @param cover id of an image of the tenant; empty text for whatever is the newest
 */
public record CollectionWish(
    Optional<String> name,
    Optional<String> description,
    Optional<Boolean> open,
    Optional<String> cover) {}
