/**
 * Algorithms of OpenCV, loaded on first use. Matrices are memory outside the heap: each is closed
 * where it was made.
 */
package dev.easel.adapter.vision.opencv;
