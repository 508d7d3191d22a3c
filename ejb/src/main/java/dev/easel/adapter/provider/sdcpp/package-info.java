/**
 * Nodes that run the server of stable-diffusion.cpp, by its own asynchronous API. A process has one
 * model, makes up the ids of jobs itself, and cannot stop one that renders.
 */
package dev.easel.adapter.provider.sdcpp;
