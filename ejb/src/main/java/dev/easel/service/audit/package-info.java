/** Keeps the log of changes. */
package dev.easel.service.audit;
