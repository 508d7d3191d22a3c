package dev.easel.adapter.provider.sketch.stage;

import dev.easel.adapter.provider.sketch.canvas.Tint;

/**
 * The one light of a picture.
 *
 * @param x pixels from the left
 * @param y pixels from the top
 * @param tint its colour
 * @param strength how much of it reaches the land, 0–1
 * @param moon whether it is the moon
 * @param disc whether its disc is seen
 */
public record Light(float x, float y, Tint tint, float strength, boolean moon, boolean disc) {}
