/** Reads public addresses over HTTP, at the addresses its own look-up found and at no others. */
package dev.easel.adapter.fetch;
