/**
 * Which waiting generation goes to which GPU node next: lanes, fairness between tenants, affinity
 * to loaded models. Pure rules, which the dispatcher and the simulation of {@code ops/bench} share.
 */
package dev.easel.domain.dispatch;
