/** Graphs of a node's own language, and where the values of an order go in them. */
package dev.easel.domain.workflow;
