/**
 * A ComfyUI that is not one: it answers as the recorded 0.3.64 does, runs one prompt at a time, and
 * fails on demand in every way a node can.
 */
package dev.easel.fake.comfy;
