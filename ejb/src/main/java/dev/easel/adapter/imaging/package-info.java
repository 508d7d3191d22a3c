/**
 * Pixels to files and back. Input is hostile: kind, size and structure are checked before a decoder
 * sees it, and nothing of it but pixels goes on.
 */
package dev.easel.adapter.imaging;
