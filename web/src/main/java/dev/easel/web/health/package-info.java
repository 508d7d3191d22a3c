/** Liveness, readiness and metrics for whoever operates the server. */
package dev.easel.web.health;
