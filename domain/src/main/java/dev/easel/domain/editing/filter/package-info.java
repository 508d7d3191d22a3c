/** Filters: what each one takes, and those that are computed in plain Java. */
package dev.easel.domain.editing.filter;
