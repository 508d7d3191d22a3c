/** Trees, flowers and what falls from them. */
package dev.easel.adapter.provider.sketch.plant;
