package dev.easel.adapter.provider.sketch.stage;

/**
 * A layer with its part in the picture.
 *
 * @param subject whether it remains when everything around the subject is transparent
 * @param layer what paints it
 */
public record Coat(boolean subject, Layer layer) {}
