package dev.easel.adapter.provider.sketch.stage;

/**
 * A layer with its part in the picture.
 *
 * @param depth order of painting, small is far
 * @param subject whether it remains when everything around the subject is transparent
 * @param layer what paints it
 */
public record Coat(int depth, boolean subject, Layer layer) {}
