/**
 * Rendering nodes: what an administrator registered, how they are, what they have. How a node is
 * comes in two halves: whether it answers, which each server sees for itself, and whether it can be
 * trusted with work, which all servers share.
 */
package dev.easel.domain.node;
