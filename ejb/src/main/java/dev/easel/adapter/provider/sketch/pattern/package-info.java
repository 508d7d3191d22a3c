/** Pictures of nothing in particular: flows, veins, planes, nebulae. */
package dev.easel.adapter.provider.sketch.pattern;
