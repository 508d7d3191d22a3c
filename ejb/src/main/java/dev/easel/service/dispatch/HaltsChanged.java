package dev.easel.service.dispatch;

/** Told on each server when it has seen that something is halted, or no longer. */
public record HaltsChanged() {}
