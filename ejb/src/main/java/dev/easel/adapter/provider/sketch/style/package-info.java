/** What happens to a finished painting: manner of painting, lens, grain. */
package dev.easel.adapter.provider.sketch.style;
