/**
 * Networks on ONNX Runtime. The runtime and each network are loaded on first use and checked
 * against the manifest; a network that nobody uses is given up again. Only this package knows
 * tensors.
 */
package dev.easel.adapter.vision.onnx;
