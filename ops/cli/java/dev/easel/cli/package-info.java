/**
 * The client behind {@code ops/easel generate}. It knows the public HTTP API and nothing of the
 * server's code, and needs nothing but a JDK.
 */
package dev.easel.cli;
