/** Float picture planes, deterministic noise and shapes: knows nothing of prompts or scenes. */
package dev.easel.adapter.provider.sketch.canvas;
