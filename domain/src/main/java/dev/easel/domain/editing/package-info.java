/** Changing given pictures: masks, and what is computed from pixels without any network. */
package dev.easel.domain.editing;
