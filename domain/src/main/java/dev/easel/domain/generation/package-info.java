/** A request for images from acceptance to its final state, and the attempts to fulfil it. */
package dev.easel.domain.generation;
