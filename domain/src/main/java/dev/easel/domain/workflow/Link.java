package dev.easel.domain.workflow;

/**
 * An output of a node, as other nodes refer to it.
 *
 * @param output position, from 0
 */
public record Link(String node, int output) {}
