/** Vocabulary every feature shares; it depends on no feature. */
package dev.easel.domain.shared;
