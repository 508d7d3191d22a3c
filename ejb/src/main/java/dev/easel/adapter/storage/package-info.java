/** What lies in the data directory besides the database: image files and the master key. */
package dev.easel.adapter.storage;
