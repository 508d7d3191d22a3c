/** A failure normalised once, and the last resort for errors no dialect caught. */
package dev.easel.web.error;
