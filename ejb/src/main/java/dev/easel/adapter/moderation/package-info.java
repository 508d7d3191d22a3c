/** The built-in content policy. */
package dev.easel.adapter.moderation;
