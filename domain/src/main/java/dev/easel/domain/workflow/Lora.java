package dev.easel.domain.workflow;

/**
 * A small network laid over a model.
 *
 * @param file its name on the node
 * @param strength -100 … 100, usually 1
 */
public record Lora(String file, double strength) {}
