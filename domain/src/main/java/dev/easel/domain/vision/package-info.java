/**
 * What the server can see and do with pixels by itself: networks and algorithms behind ports. Each
 * call is blocking work of the processor, for workers and never for the thread of a request.
 */
package dev.easel.domain.vision;
