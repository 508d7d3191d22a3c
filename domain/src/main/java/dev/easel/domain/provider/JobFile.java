package dev.easel.domain.provider;

import java.awt.image.BufferedImage;

/**
 * An image that a node needs before it can begin.
 *
 * @param name how the workflow calls it, such as {@code init.png}; the adapter gives it a name on
 *     the node that no other job has, and writes that into the workflow
 * @param pixels sent without loss
 */
public record JobFile(String name, BufferedImage pixels) {}
