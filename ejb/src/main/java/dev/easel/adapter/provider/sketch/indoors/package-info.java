/** Still lifes and rooms: turned bodies, table tops, studio light. */
package dev.easel.adapter.provider.sketch.indoors;
