/** Which elements a picture has, and in which order they are painted. */
package dev.easel.adapter.provider.sketch.compose;
