package dev.easel.adapter.provider.sketch.figure;

import dev.easel.adapter.provider.sketch.canvas.Tint;

/**
 * How a figure's surface looks.
 *
 * @param tint its colour in this light
 * @param rimTint the light on its edge
 * @param eye colour of its eyes
 * @param rim strength of the lit edge
 * @param relief 0 for a flat silhouette, 1 for full roundness
 */
public record Coatwork(Tint tint, Tint rimTint, Tint eye, float rim, float relief) {}
