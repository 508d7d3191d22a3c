/**
 * The fleet: nodes are registered, probed, looked at, trusted or not, and offered to whoever has
 * work for them.
 */
package dev.easel.service.node;
