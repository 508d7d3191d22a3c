/** What adapters of nodes share: HTTP with limits, client certificates. Knows no adapter. */
package dev.easel.adapter.provider;
