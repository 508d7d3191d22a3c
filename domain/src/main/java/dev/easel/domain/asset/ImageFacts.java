package dev.easel.domain.asset;

/**
 * What the head of a file tells.
 *
 * @param width in pixels, as seen: of the upright picture
 * @param height in pixels, likewise
 */
public record ImageFacts(InputFormat format, int width, int height) {}
