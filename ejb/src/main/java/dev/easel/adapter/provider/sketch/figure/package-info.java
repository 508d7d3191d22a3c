/** Living things as data: limbs that melt into one body, shaded by the picture's light. */
package dev.easel.adapter.provider.sketch.figure;
