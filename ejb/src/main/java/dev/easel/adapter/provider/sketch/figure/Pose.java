package dev.easel.adapter.provider.sketch.figure;

/**
 * Where a figure stands.
 *
 * @param x column of its middle, pixels
 * @param y row of the ground under it, pixels
 * @param size height in pixels
 * @param flip whether it looks to the left
 */
public record Pose(float x, float y, float size, boolean flip) {}
