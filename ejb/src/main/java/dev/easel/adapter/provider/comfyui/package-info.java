/**
 * ComfyUI, 0.3.64 to 0.38. What it queues and remembers is the truth, its socket gives hints;
 * everything it says stops here and goes on as an outcome.
 */
package dev.easel.adapter.provider.comfyui;
