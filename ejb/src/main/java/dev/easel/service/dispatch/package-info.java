/** Gives waiting generations to the nodes that can render them. */
package dev.easel.service.dispatch;
