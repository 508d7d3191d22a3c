/**
 * The ports of {@code dev.easel.domain.vision} over libraries that live outside the heap: what both
 * have in common. Nothing here is loaded before its first use.
 */
package dev.easel.adapter.vision;
