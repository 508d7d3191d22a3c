/** Sky, land and water. */
package dev.easel.adapter.provider.sketch.land;
