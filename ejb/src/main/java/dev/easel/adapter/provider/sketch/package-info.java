/**
 * The built-in painter: renders prompts by procedure, without a model, the same pixels everywhere.
 */
package dev.easel.adapter.provider.sketch;
