package dev.easel.service.identity;

import java.util.Optional;

/**
 * What a user wants to be so from now on; absent parts stay as they are.
 *
 * @param model id of one; empty text for the operator's default
 */
public record PreferenceWish(
    Optional<String> username,
    Optional<String> model,
    Optional<String> size,
    Optional<Boolean> nsfwFilter,
    Optional<Boolean> autoSaveGallery) {}
