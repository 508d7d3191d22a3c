package dev.easel.domain.workflow;

/**
 * A file that a node has to have.
 *
 * @param folder what nodes call the kind of file: {@code checkpoints}, {@code loras} …
 * @param name within the folder, case-sensitive
 */
public record ModelFile(String folder, String name) {}
