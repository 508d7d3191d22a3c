/** What all elements of a picture share: size, light, palette, and where it plays. */
package dev.easel.adapter.provider.sketch.stage;
