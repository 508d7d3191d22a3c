/** Workflows: read, checked, filled with the values of orders, and kept by administrators. */
package dev.easel.service.workflow;
