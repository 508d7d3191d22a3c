/** Images as things that are kept: their rows, their files, their formats and their provenance. */
package dev.easel.domain.asset;
