/**
 * Nodes that run the web UI of AUTOMATIC1111 or Forge with {@code --api}. A job is one call that
 * lasts as long as the picture; interrupting is for whatever runs, so there is one job per node.
 */
package dev.easel.adapter.provider.a1111;
