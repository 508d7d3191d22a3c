/** The dispatch engine: db-scheduler on the application's own pool. */
package dev.easel.adapter.queue;
