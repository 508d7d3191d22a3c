package dev.easel.service.generation;

import dev.easel.domain.generation.ReferenceRole;

/**
 * A further picture as a request names it.
 *
 * @param strength 0–1: how much it counts
 */
record ReferenceWish(InputWish image, ReferenceRole role, double strength) {}
