/** The clock. */
package dev.easel.adapter.time;
