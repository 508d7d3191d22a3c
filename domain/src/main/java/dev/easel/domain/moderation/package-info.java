/** Which prompts are refused, and why. */
package dev.easel.domain.moderation;
