package dev.easel.domain.provider;

import java.awt.image.BufferedImage;

/**
 * One finished image.
 *
 * @param index position in the order, from 0
 * @param seed the seed that made it
 * @param pixels sRGB, with alpha only if there is transparency
 * @param revisedPrompt what the provider made of the prompt; empty if it was used as given
 */
public record RenderedImage(int index, long seed, BufferedImage pixels, String revisedPrompt) {}
